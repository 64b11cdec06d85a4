package dev.pushlab.strategy.sse;

import dev.pushlab.strategy.Encoding;
import dev.pushlab.strategy.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;

/** Messages as server-sent events (WHATWG HTML, section 9.2), in one write. */
final class SseEncoding implements Encoding<Set<DataWithMediaType>> {

    @Override
    public Set<DataWithMediaType> apply(List<Message> messages) {
        var text = new StringBuilder(256 * messages.size());
        for (Message message : messages) {
            if (message.retryMs() > 0) {
                text.append("retry:").append(message.retryMs()).append('\n');
            }
            if (message.control() != null) {
                text.append("event:").append(message.control()).append('\n');
            }
            if (message.id() != null) {
                text.append("id:").append(message.id()).append('\n');
            }
            text.append("data:").append(message.json()).append("\n\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return Set.of(new DataWithMediaType(bytes, MediaType.TEXT_EVENT_STREAM));
    }
}
