package dev.pushlab.bench.report;

import dev.pushlab.bench.report.Claim.Finding;
import dev.pushlab.bench.result.Measure;
import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Saying.Verdict;
import dev.pushlab.bench.writing.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of streams, and of HTTP beside them. */
final class StreamClaims {

    private static final String SSE = "sse";
    private static final String WEBSOCKET = "websocket";
    private static final List<String> BOTH = List.of(SSE, WEBSOCKET);
    private static final List<String> HTTP = List.of("polling", "long-polling", SSE);
    private static final List<String> ALL_FOUR = List.of("polling", "long-polling", SSE, WEBSOCKET);

    /** Twice the bytes of what has no headers is expensive. */
    private static final double EXPENSIVE = 2;

    static final List<Claim> ALL = List.of(
            new Claim("SSE is lighter than WebSocket", List.of(Row.LOAD), BOTH, StreamClaims::isLighter),
            new Claim("Headers make HTTP expensive", List.of(Row.LOAD), ALL_FOUR, StreamClaims::isExpensive),
            new Claim("SSE notices dead clients late", List.of("dead"), BOTH, StreamClaims::noticesLate),
            new Claim(
                    "Publish/subscribe loses what nobody listens to",
                    List.of(),
                    List.of(),
                    evidence -> new Finding(Verdict.OPEN, "needs a shared log such as Redis, not measured")));

    private StreamClaims() {}

    /** Lighter in all three; one in which it is heavier, and none in which it is lighter, refutes it. */
    private static Finding isLighter(Evidence load) {
        var heavier = List.of(
                Verdicts.higher(load.of(SSE, Measure.SERVER_CPU), load.of(WEBSOCKET, Measure.SERVER_CPU)),
                Verdicts.higher(load.bytes(SSE), load.bytes(WEBSOCKET)),
                Verdicts.higher(load.of(SSE, Measure.MEMORY), load.of(WEBSOCKET, Measure.MEMORY)));
        boolean refuted = heavier.contains(Verdict.TRUE) && !heavier.contains(Verdict.FALSE);
        return new Finding(
                refuted ? Verdict.FALSE : Verdicts.not(Verdicts.all(heavier)),
                String.join(
                        "; ",
                        load.figures(Measure.SERVER_CPU, BOTH),
                        bytes(load, BOTH),
                        load.figures(Measure.MEMORY, BOTH)));
    }

    private static Finding isExpensive(Evidence load) {
        var verdicts = HTTP.stream()
                .map(http -> Verdicts.higher(load.bytes(http), load.bytes(WEBSOCKET), EXPENSIVE))
                .toList();
        return new Finding(
                Verdicts.all(verdicts), bytes(load, ALL_FOUR) + "; expensive is more than twice websocket's");
    }

    private static Finding noticesLate(Evidence dead) {
        return new Finding(
                Verdicts.higher(dead.of(SSE, Measure.NOTICE), dead.of(WEBSOCKET, Measure.NOTICE)),
                dead.figures(Measure.NOTICE, BOTH));
    }

    private static String bytes(Evidence load, List<String> strategies) {
        return strategies.stream()
                .map(strategy -> strategy + " " + Numbers.withInterval(load.bytes(strategy)))
                .collect(Collectors.joining(", ", "bytes/event, both ways: ", " B"));
    }
}
