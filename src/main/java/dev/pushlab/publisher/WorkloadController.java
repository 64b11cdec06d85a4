package dev.pushlab.publisher;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows, changes and stops the workload. */
@RestController
@RequestMapping("/api/workload")
class WorkloadController {

    private final Workload workload;

    WorkloadController(Workload workload) {
        this.workload = workload;
    }

    /**
     * The workload as it is.
     *
     * @param published events of the current or last run
     */
    record Status(
            boolean running, long published, @JsonUnwrapped WorkloadSpec spec) {}

    @GetMapping
    Status show() {
        return new Status(workload.isRunning(), workload.published(), workload.spec());
    }

    @PutMapping
    Status change(@RequestBody WorkloadSpec spec) {
        workload.start(spec);
        return show();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop() {
        workload.stop();
    }
}
