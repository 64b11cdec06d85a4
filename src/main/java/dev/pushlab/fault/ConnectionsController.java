package dev.pushlab.fault;

import dev.pushlab.strategy.Pumps;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cuts every held connection at once, as a failing network would, so that everybody sees what recovers. */
@RestController
class ConnectionsController {

    private final Pumps pumps;

    ConnectionsController(Pumps pumps) {
        this.pumps = pumps;
    }

    @DeleteMapping("/api/connections")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cutAll() {
        pumps.abortAll();
    }
}
