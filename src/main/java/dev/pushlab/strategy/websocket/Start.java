package dev.pushlab.strategy.websocket;

import dev.pushlab.log.RefusedException;
import java.net.URI;
import java.util.Optional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What the upgrade request's query asks for.
 *
 * @param topic {@code null} for the default topic
 * @param after see {@link dev.pushlab.log.EventLog#start}
 * @param binary whether frames are binary; their content is the same
 */
record Start(String topic, String after, boolean binary) {

    /**
     * Reads a query.
     *
     * @throws RefusedException if {@code frames} is neither {@code text} nor {@code binary}
     */
    static Start of(URI uri) {
        MultiValueMap<String, String> query =
                UriComponentsBuilder.fromUri(uri).build().getQueryParams();
        String frames = value(query, "frames").orElse("text");
        if (!frames.equals("text") && !frames.equals("binary")) {
            throw RefusedException.invalid(
                    "invalid-frames", RefusedException.quote(frames) + " is no kind of frames. Use text or binary.");
        }
        return new Start(
                value(query, "topic").orElse(null), value(query, "after").orElse(null), frames.equals("binary"));
    }

    private static Optional<String> value(MultiValueMap<String, String> query, String name) {
        return Optional.ofNullable(query.getFirst(name)).map(raw -> UriUtils.decode(raw, "UTF-8"));
    }
}
