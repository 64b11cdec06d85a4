package dev.pushlab.strategy.stomp;

import dev.pushlab.strategy.Encoding;
import dev.pushlab.strategy.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Messages as MESSAGE frames of a subscription (STOMP 1.2); all subscriptions with equal ids share the text.
 *
 * <p>Positions stand in bodies only: a colon in a header would have to be escaped, and stomp-websocket does not unescape.
 */
record StompFrames(String subscription, String destination) implements Encoding<byte[]> {

    @Override
    public byte[] apply(List<Message> messages) {
        var text = new StringBuilder(384 * messages.size());
        messages.forEach(message -> append(text, message));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    String frame(Message message) {
        var text = new StringBuilder(384);
        append(text, message);
        return text.toString();
    }

    private void append(StringBuilder text, Message message) {
        text.append("MESSAGE\nsubscription:").append(escape(subscription)).append("\nmessage-id:");
        if (message.control() == null) {
            text.append(message.id().offset());
        } else {
            text.append(message.control());
        }
        text.append("\ndestination:")
                .append(destination)
                .append("\ncontent-type:application/json\n\n")
                .append(message.json())
                .append('\0');
    }

    static String receipt(String receipt) {
        return "RECEIPT\nreceipt-id:" + escape(receipt) + "\n\n\0";
    }

    /** STOMP 1.2, "Value Encoding". */
    private static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace(":", "\\c");
    }
}
