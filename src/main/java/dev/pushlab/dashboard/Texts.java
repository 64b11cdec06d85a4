package dev.pushlab.dashboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The messages that the page's scripts need, as JSON to be put into the document. */
@Component
class Texts {

    static final String PREFIX = "js.";

    private final MessageSource messages;
    private final JsonMapper mapper;
    private final List<String> keys;

    Texts(MessageSource messages, JsonMapper mapper) {
        this.messages = messages;
        this.mapper = mapper;
        this.keys = keys();
    }

    String json(Locale locale) {
        var texts = new TreeMap<String, String>();
        keys.forEach(key -> texts.put(key.substring(PREFIX.length()), messages.getMessage(key, null, locale)));
        // A text must not be able to end the script element that it stands in.
        return mapper.writeValueAsString(texts).replace("<", "\\u003c");
    }

    private static List<String> keys() {
        try {
            var resource = new EncodedResource(new ClassPathResource("messages.properties"), StandardCharsets.UTF_8);
            return PropertiesLoaderUtils.loadProperties(resource).stringPropertyNames().stream()
                    .filter(key -> key.startsWith(PREFIX))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
