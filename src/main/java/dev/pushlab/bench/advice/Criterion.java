package dev.pushlab.bench.advice;

import com.fasterxml.jackson.annotation.JsonValue;

/** What strategies that are good enough are ranked by. */
public enum Criterion {
    CPU("serverCpuPercent", 1) {
        @Override
        Figure of(Judgement judgement) {
            return judgement.serverCpuPercent();
        }
    },
    /** For the client that measured: a single one costs the server next to nothing. */
    BYTES("bytesPerHourPerClient", 0) {
        @Override
        Figure of(Judgement judgement) {
            return judgement.bytesPerHourPerClient();
        }
    };

    private final String id;
    private final double negligible;

    Criterion(String id, double negligible) {
        this.id = id;
        this.negligible = negligible;
    }

    abstract Figure of(Judgement judgement);

    /**
     * Whether a dearer strategy can't be told from the cheapest.
     *
     * @param margin how many times the errors they must be apart
     */
    boolean alike(Judgement cheapest, Judgement other, int margin) {
        var low = of(cheapest);
        var high = of(other);
        double dearer = high.value() - low.value();
        return dearer <= negligible || dearer <= low.value() * margin * Math.hypot(low.doubt(), high.doubt());
    }

    @JsonValue
    String id() {
        return id;
    }
}
