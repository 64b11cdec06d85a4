package dev.pushlab.bench.rig;

import dev.pushlab.bench.result.Implementation;
import dev.pushlab.bench.result.Subject;
import java.time.Duration;

/** Something done to a strategy in order to see what it makes of it. */
public interface Experiment {

    /** As people choose it. */
    String id();

    /** Does it once. */
    Outcome run(Trial trial) throws InterruptedException;

    /** Whether it can be done to a subject. */
    default boolean suits(Subject subject) {
        return subject.implementation() == Implementation.PUSH_LAB;
    }

    /** About how long it takes once, without starting and stopping the server. */
    default Duration estimate(Duration warmup, Duration duration) {
        return warmup.plus(duration);
    }
}
