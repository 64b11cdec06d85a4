package dev.pushlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Holds what {@code docker compose up} promises, without a container engine. */
class ComposeFileTests {

    private static final Path COMPOSE_FILE = Path.of("docker-compose.yml");

    private final Map<String, Object> service;

    ComposeFileTests() throws IOException {
        Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(Files.readString(COMPOSE_FILE));
        service = file.get("services").get("push-lab");
    }

    @Test
    void buildsFromThisFolder() {
        assertThat(service).doesNotContainKey("image");
        assertThat(build()).containsEntry("context", ".");
        assertThat(instructions("COPY").get(0)).isEqualTo("COPY . .");
        assertThat(instructions("RUN")).anyMatch(run -> run.contains("./mvnw -q package"));
    }

    @Test
    void sendsTheBuilderEverythingThatMavenNeeds() throws IOException {
        assertThat(Files.readAllLines(Path.of(".dockerignore"))).contains("*", "!pom.xml", "!mvnw", "!.mvn", "!src");
    }

    @Test
    void runsWithoutTheToolsThatBuiltIt() {
        List<String> stages = instructions("FROM");
        assertThat(stages).hasSize(2);
        assertThat(stages.get(0)).contains("maven").endsWith(" AS build");
        assertThat(stages.get(1)).contains("-jre").doesNotContain("maven");
        assertThat(instructions("COPY"))
                .filteredOn(copy -> !copy.equals("COPY . ."))
                .allSatisfy(copy -> assertThat(copy).startsWith("COPY --from=build "));
    }

    @Test
    void takesItsImagesFromTheDefaultRegistry() {
        // A registry's host would be the part before the first slash.
        assertThat(instructions("FROM")).noneMatch(from -> from.contains("/"));
    }

    @Test
    void isPublishedToThisMachineOnly() {
        assertThat(service.get("ports"))
                .asInstanceOf(LIST)
                .isNotEmpty()
                .allSatisfy(port -> assertThat(port).asString().startsWith("127.0.0.1:"));
        assertThat(service).doesNotContainKey("network_mode");
    }

    @Test
    void runsAsAUserThatIsNotRoot() {
        List<String> users = instructions("USER");
        assertThat(users).isNotEmpty();
        // By number, so that whoever only reads the image can tell.
        assertThat(users.get(users.size() - 1)).matches("USER [1-9]\\d*:[1-9]\\d*");
        assertThat(service).doesNotContainKey("user");
    }

    @Test
    void mayDoNothingThatItNeedNot() {
        assertThat(service)
                .containsEntry("read_only", true)
                .containsEntry("tmpfs", List.of("/tmp"))
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsKey("mem_limit")
                .doesNotContainKeys("privileged", "cap_add");
    }

    @Test
    void leavesNothingForComposeToInterpolate() throws IOException {
        assertThat(Files.readString(COMPOSE_FILE)).doesNotContain("$");
    }

    private List<String> instructions(String name) {
        return build().get("dockerfile_inline")
                .toString()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> build() {
        return (Map<String, Object>) service.get("build");
    }
}
