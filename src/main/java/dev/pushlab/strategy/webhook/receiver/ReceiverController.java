package dev.pushlab.strategy.webhook.receiver;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where demonstrations are delivered to; the status says what the sender has to do (Standard Webhooks 1.0.0). */
@RestController
class ReceiverController {

    static final String PATH = "/api/webhook-receiver/";

    private final Demonstrations demonstrations;

    ReceiverController(Demonstrations demonstrations) {
        this.demonstrations = demonstrations;
    }

    @PostMapping(path = PATH + "{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Void> receive(
            @PathVariable String id, @RequestHeader HttpHeaders headers, @RequestBody byte[] body) {
        HttpStatus status = demonstrations
                .receiver(id)
                .map(receiver -> receiver.receive(lowerCase(headers), new String(body, StandardCharsets.UTF_8)))
                .map(ReceiverController::status)
                .orElse(HttpStatus.GONE);
        return ResponseEntity.status(status).build();
    }

    private static HttpStatus status(Receiver.Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> HttpStatus.NO_CONTENT;
            case UNVERIFIED -> HttpStatus.BAD_REQUEST;
            case REFUSED -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static Map<String, List<String>> lowerCase(HttpHeaders headers) {
        var fields = new HashMap<String, List<String>>();
        headers.forEach((name, values) -> fields.put(name.toLowerCase(Locale.ROOT), values));
        return fields;
    }
}
