package dev.pushlab.strategy.stomp;

import dev.pushlab.log.RefusedException;
import dev.pushlab.strategy.Problem;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.messaging.Message;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.messaging.StompSubProtocolErrorHandler;

/** Turns what went wrong with a client's frame into an ERROR frame (STOMP 1.2, "ERROR") with a problem as its body. */
@Component
class StompErrors extends StompSubProtocolErrorHandler {

    private static final Logger logger = LoggerFactory.getLogger(StompErrors.class);

    @Override
    public Message<byte[]> handleClientMessageProcessingError(Message<byte[]> clientMessage, Throwable error) {
        Problem problem = problem(error);
        logger.debug("Refused a frame: {}", problem.detail());
        var frame = StompHeaderAccessor.create(StompCommand.ERROR);
        frame.setMessage(problem.title());
        frame.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        frame.setLeaveMutable(true);
        String receipt = receipt(clientMessage);
        if (receipt != null) {
            frame.setReceiptId(receipt);
        }
        return MessageBuilder.createMessage(problem.json().getBytes(StandardCharsets.UTF_8), frame.getMessageHeaders());
    }

    private static String receipt(Message<byte[]> message) {
        var frame = message == null ? null : MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
        return frame == null ? null : frame.getReceipt();
    }

    private static Problem problem(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refusal) {
                return Problem.of(refusal);
            }
        }
        return Problem.of("invalid-frame", 400, "That is no STOMP frame that fits here: " + error.getMessage());
    }
}
