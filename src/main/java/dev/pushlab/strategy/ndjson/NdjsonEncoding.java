package dev.pushlab.strategy.ndjson;

import dev.pushlab.strategy.Encoding;
import dev.pushlab.strategy.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;

/** Messages as lines of JSON, in one write. */
final class NdjsonEncoding implements Encoding<Set<DataWithMediaType>> {

    @Override
    public Set<DataWithMediaType> apply(List<Message> messages) {
        var text = new StringBuilder(256 * messages.size());
        messages.forEach(message -> text.append(message.json()).append('\n'));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return Set.of(new DataWithMediaType(bytes, MediaType.APPLICATION_NDJSON));
    }
}
