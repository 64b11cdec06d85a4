package dev.pushlab.strategy.webhook.receiver;

import dev.pushlab.log.RefusedException;
import dev.pushlab.strategy.webhook.receiver.Demonstrations.Shown;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Begins, shows, disturbs and ends a demonstration. */
@RestController
@RequestMapping("/api/webhooks/demo")
class DemonstrationController {

    private final Demonstrations demonstrations;

    DemonstrationController(Demonstrations demonstrations) {
        this.demonstrations = demonstrations;
    }

    /** What a receiver is told to do. */
    record Order(boolean failing) {}

    /** Needs the server to listen on the loopback address without TLS, and that address to be allowed. */
    @PostMapping
    ResponseEntity<Shown> begin(@RequestParam(required = false) String topic, HttpServletRequest request) {
        String base = "http://127.0.0.1:" + request.getLocalPort() + request.getContextPath() + ReceiverController.PATH;
        return shown(Optional.of(demonstrations.begin(topic, base)));
    }

    @GetMapping
    ResponseEntity<Shown> show(@RequestParam(required = false) String topic) {
        return shown(demonstrations.find(topic));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Shown> disturb(@RequestParam(required = false) String topic, @RequestBody Order order) {
        return shown(demonstrations.fail(topic, order.failing()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@RequestParam(required = false) String topic) {
        if (!demonstrations.end(topic)) {
            throw unknown();
        }
    }

    private static ResponseEntity<Shown> shown(Optional<Shown> shown) {
        Shown body = shown.orElseThrow(DemonstrationController::unknown);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    private static RefusedException unknown() {
        return RefusedException.unknown(
                "unknown-webhook", "This topic has no demonstration. POST /api/webhooks/demo begins one.");
    }
}
