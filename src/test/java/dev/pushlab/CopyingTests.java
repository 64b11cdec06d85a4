package dev.pushlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyingTests {

    private static final Path SOURCES = Path.of("src/main/java/dev/pushlab");

    @ParameterizedTest
    @ValueSource(strings = {"polling", "longpolling", "sse", "ndjson", "websocket", "stomp", "webhook"})
    void aStrategyCompilesAloneWithTheLog(String strategy, @TempDir Path output) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var errors = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = Stream.of("log", "strategy", "strategy/" + strategy)
                    .flatMap(CopyingTests::sources)
                    .toList();
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
            List<String> options =
                    List.of("-d", output.toString(), "-cp", librariesOnly(), "-proc:none", "-parameters", "-nowarn");
            boolean compiled =
                    compiler.getTask(errors, files, null, options, null, units).call();
            assertThat(compiled).as(errors.toString()).isTrue();
        }
    }

    private static Stream<Path> sources(String folder) {
        try (var files = Files.list(SOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The class path without our own classes. */
    private static String librariesOnly() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }
}
