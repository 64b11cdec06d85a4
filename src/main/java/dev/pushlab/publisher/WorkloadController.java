package dev.pushlab.publisher;

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

    @GetMapping
    WorkloadStatus show() {
        return workload.status();
    }

    @PutMapping
    WorkloadStatus change(@RequestBody WorkloadSpec spec) {
        workload.start(spec);
        return workload.status();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop() {
        workload.stop();
    }
}
