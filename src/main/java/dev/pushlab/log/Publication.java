package dev.pushlab.log;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event that somebody wants to publish: not yet accepted, so without a position.
 *
 * @param type 1 to 64 of {@code A-Za-z0-9._-}
 * @param data any JSON value, without line breaks
 * @param ref what the client calls this publication, as a JSON value; {@code null} if it gave it no name
 */
public record Publication(String type, String data, String ref) {

    /** The largest publication, in bytes of its JSON. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final String DEFAULT_TYPE = "message";
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final JsonMapper JSON = JsonMapper.shared();

    public Publication(String type, String data) {
        this(type, data, null);
    }

    /** Reads {@code {"type":"…","data":…}} as {@link #parse(byte[])} does. */
    public static Publication parse(String json) {
        return parse(() -> JSON.createParser(json));
    }

    /**
     * Reads {@code {"type":"…","data":…}} in UTF-8; {@code type} and {@code ref} may be absent.
     *
     * @throws RefusedException if it is anything else, or larger than {@link #MAX_BYTES}
     */
    public static Publication parse(byte[] json) {
        if (json.length > MAX_BYTES) {
            throw RefusedException.tooLarge(MAX_BYTES);
        }
        return parse(() -> JSON.createParser(json));
    }

    /** What the client calls a publication that was refused, as a JSON value; {@code null} if that can't be told. */
    public static String refIn(byte[] json) {
        try {
            JsonNode ref = JSON.readTree(json).get("ref");
            return ref == null ? null : ref.toString();
        } catch (JacksonException e) {
            return null;
        }
    }

    private static Publication parse(Supplier<JsonParser> source) {
        Publication publication;
        try (JsonParser parser = source.get()) {
            publication = parse(parser);
        } catch (JacksonException e) {
            throw invalid("The body is no JSON: " + e.getOriginalMessage() + ".");
        }
        if (!TYPE.matcher(publication.type).matches()) {
            throw invalid("'type' is not 1 to 64 of A-Z, a-z, 0-9, '.', '_' and '-'.");
        }
        if (publication.data == null) {
            throw invalid("'data' is missing.");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(publication.data)) {
            throw invalid("'data' holds half of a surrogate pair.");
        }
        return publication;
    }

    private static Publication parse(JsonParser parser) {
        String type = DEFAULT_TYPE;
        String data = null;
        String ref = null;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw invalid("The body is no JSON object.");
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (field) {
                case "type" -> {
                    if (value != JsonToken.VALUE_STRING) {
                        throw invalid("'type' is no string.");
                    }
                    type = parser.getString();
                }
                case "data" -> data = copy(parser);
                case "ref" -> ref = copy(parser);
                default -> throw invalid(RefusedException.quote(field) + " is no field of a publication.");
            }
        }
        if (parser.nextToken() != null) {
            throw invalid("Something follows the JSON object.");
        }
        return new Publication(type, data, ref);
    }

    private static String copy(JsonParser parser) {
        var text = new StringWriter();
        try (var generator = JSON.createGenerator(text)) {
            generator.copyCurrentStructureExact(parser);
        }
        return text.toString();
    }

    private static RefusedException invalid(String what) {
        return RefusedException.invalid(
                "invalid-event", what + " Send {\"type\":\"…\",\"data\":…}; type is optional, data is any JSON value.");
    }
}
