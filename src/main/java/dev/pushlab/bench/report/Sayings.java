package dev.pushlab.bench.report;

import dev.pushlab.bench.result.Row;
import dev.pushlab.bench.result.Saying;
import dev.pushlab.bench.result.Settings;
import java.util.List;
import java.util.stream.Stream;

/** Hearsay, held against what was measured. */
public final class Sayings {

    private Sayings() {}

    /** What these rows say to everything that is said; without the rows that it needs, a saying stays open. */
    public static List<Saying> of(Settings settings, List<Row> rows) {
        var evidence = new Evidence(settings.clients(), rows, Row.LOAD);
        return Stream.of(PollingClaims.ALL, StreamClaims.ALL, ConnectionClaims.ALL)
                .flatMap(List::stream)
                .map(claim -> claim.judge(evidence))
                .toList();
    }
}
