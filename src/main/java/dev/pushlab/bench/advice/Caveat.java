package dev.pushlab.bench.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the answer can't know. */
public enum Caveat {
    /** Nothing was measured: how late events are, and whether all arrive, is not known. */
    NOTHING_MEASURED,
    /** Of some who are ranked it was not measured how late they are. */
    LATENCY_UNKNOWN,
    /** Too few events for a p99 that stays. */
    FEW_EVENTS,
    /** Latency and loss are those of one client at this rate, not of the audience or at another. */
    ONE_CLIENT,
    /** The audience, or its deliveries, are beyond what the model was made from. */
    EXTRAPOLATED,
    /** The costs are those of the machine that the model was made on. */
    HARDWARE,
    /** What stands between the server and its clients. */
    PROXIES,
    /** Six connections to a host over HTTP/1.1, all tabs together. */
    SIX_CONNECTIONS,
    /** What a radio that is kept awake takes out of a phone's battery. */
    BATTERY;

    /** One in a hundred can't be told from fewer. */
    private static final long ENOUGH = 100;

    static List<Caveat> of(Question question, Ranking ranking) {
        var caveats = new ArrayList<Caveat>();
        var measured = question.measured();
        if (measured.isEmpty()) {
            caveats.add(NOTHING_MEASURED);
        } else {
            if (ranking.ranked().stream().anyMatch(judgement -> judgement.p99Micros() == null)) {
                caveats.add(LATENCY_UNKNOWN);
            }
            if (measured.values().stream().anyMatch(seen -> seen.received() < ENOUGH)) {
                caveats.add(FEW_EVENTS);
            }
            if (!question.isWhatWasMeasured()) {
                caveats.add(ONE_CLIENT);
            }
        }
        if (ranking.extrapolated()) {
            caveats.add(EXTRAPOLATED);
        }
        caveats.addAll(List.of(HARDWARE, PROXIES, SIX_CONNECTIONS, BATTERY));
        return caveats;
    }

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
