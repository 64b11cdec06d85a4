package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds messages that are missing, misspelt or no longer used. */
class MessagesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void everyLanguageHasTheSameKeys() throws IOException {
        assertThat(keys("messages_ko.properties")).isEqualTo(keys("messages.properties"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_ko.properties"})
    void noMessageIsEmpty(String file) throws IOException {
        assertThat(messages(file).values()).noneMatch(value -> value.toString().isBlank());
    }

    /** Placeholders as {0}, the same ones in every language. */
    @Test
    void everyLanguageFillsInTheSameValues() throws IOException {
        var english = messages("messages.properties");
        var korean = messages("messages_ko.properties");
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(placeholders(korean.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(english.getProperty(key))));
    }

    @Test
    void everyKeyInTheTemplatesExists() throws IOException {
        var used = matches(sources("templates", ".html"), "#\\{([a-z0-9.-]+)");
        assertThat(used).isNotEmpty();
        assertThat(keys("messages.properties")).containsAll(used);
    }

    @Test
    void everyKeyInTheScriptsExists() throws IOException {
        var used = withPrefix(matches(sources("static/js", ".js"), "\\btext(?:Or)?\\([^`'()]*'([a-z0-9.-]+)'"));
        assertThat(used).isNotEmpty();
        assertThat(keys("messages.properties")).containsAll(used);
    }

    @Test
    void everyMessageForTheScriptsIsUsed() throws IOException {
        var scripts = sources("static/js", ".js");
        var literals = withPrefix(matches(scripts, "'([a-z0-9.-]+)'"));
        var beginnings = withPrefix(matches(scripts, "`([a-z0-9-]+\\.)\\$\\{"));
        assertThat(keys("messages.properties"))
                .filteredOn(key -> key.startsWith(Texts.PREFIX))
                .allMatch(key -> literals.contains(key) || beginnings.stream().anyMatch(key::startsWith));
    }

    private static Set<String> withPrefix(Set<String> keys) {
        return keys.stream().map(Texts.PREFIX::concat).collect(Collectors.toSet());
    }

    private static Set<String> keys(String file) throws IOException {
        return new TreeSet<>(messages(file).stringPropertyNames());
    }

    private static Properties messages(String file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> placeholders(String message) {
        return matches(message, "(\\{\\d})");
    }

    private static Set<String> matches(String text, String regex) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources(String directory, String suffix) throws IOException {
        try (var files = Files.walk(RESOURCES.resolve(directory))) {
            var text = new StringBuilder();
            for (var file :
                    files.filter(path -> path.toString().endsWith(suffix)).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }
}
