package dev.pushlab.publisher;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * What is published from the start.
 *
 * @param enabled whether the trace runs from the start
 * @param trace the recorded events
 * @param speed how many times faster than recorded
 */
@ConfigurationProperties("pushlab.workload")
record WorkloadProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("classpath:traces/earthquakes.ndjson") Resource trace,
        @DefaultValue("3600") double speed) {}
