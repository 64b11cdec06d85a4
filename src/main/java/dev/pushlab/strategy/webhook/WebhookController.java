package dev.pushlab.strategy.webhook;

import dev.pushlab.log.RefusedException;
import dev.pushlab.strategy.webhook.Webhooks.Registered;
import java.net.URI;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registers, shows and deletes webhooks. */
@RestController
@RequestMapping("/api/webhooks")
class WebhookController {

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /**
     * What to register.
     *
     * @param after where to start: a position, {@code earliest}, or {@code latest} (default)
     */
    record Wish(String url, String after) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Registered> register(@RequestParam(required = false) String topic, @RequestBody Wish wish) {
        Registered registered = webhooks.register(topic, wish.url(), wish.after());
        return ResponseEntity.created(URI.create("/api/webhooks/" + registered.id()))
                .cacheControl(CacheControl.noStore())
                .body(registered);
    }

    @GetMapping
    ResponseEntity<List<WebhookStatus>> list() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(webhooks.list());
    }

    @GetMapping("/{id}")
    ResponseEntity<WebhookStatus> show(@PathVariable String id) {
        WebhookStatus status = webhooks.find(id).orElseThrow(() -> unknown(id));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(status);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        if (!webhooks.remove(id)) {
            throw unknown(id);
        }
    }

    private static RefusedException unknown(String id) {
        return RefusedException.unknown(
                "unknown-webhook",
                "There is no webhook " + RefusedException.quote(id) + ". GET /api/webhooks lists those there are.");
    }
}
