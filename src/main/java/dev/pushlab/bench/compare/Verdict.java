package dev.pushlab.bench.compare;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.pushlab.bench.result.Measure;

/** What a measure says about B against A. */
enum Verdict {
    BETTER("better"),
    WORSE("worse"),
    NO_DIFFERENCE("no difference shown"),
    TOO_FEW("too few repeats to tell");

    private final String id;

    Verdict(String id) {
        this.id = id;
    }

    /** @param effect {@code null} if there were too few pairs for one */
    static Verdict of(Effect effect, Measure measure) {
        if (effect == null) {
            return TOO_FEW;
        }
        if (effect.holdsNone()) {
            return NO_DIFFERENCE;
        }
        return effect.lower() == (measure.better() == Measure.Better.LOWER) ? BETTER : WORSE;
    }

    @JsonValue
    String id() {
        return id;
    }
}
