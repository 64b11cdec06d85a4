package dev.pushlab.fault;

import dev.pushlab.log.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows and changes what the faulty network is like, for everybody who goes through it. */
@RestController
@RequestMapping("/api/faults")
class FaultController {

    private final FaultyNetwork network;

    FaultController(FaultyNetwork network) {
        this.network = network;
    }

    @GetMapping
    FaultState show() {
        return network.state();
    }

    /** @throws RefusedException if what is asked for is not known or out of range, or there is no faulty network */
    @PutMapping
    FaultState change(@RequestBody FaultSpec spec) {
        network.change(spec);
        return network.state();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset() {
        network.reset();
    }
}
