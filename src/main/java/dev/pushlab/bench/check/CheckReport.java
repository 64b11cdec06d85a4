package dev.pushlab.bench.check;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * What a check has found. As JSON:
 *
 * <pre>{@code
 * {
 *   "version": 1,                    // grows when a field changes its meaning
 *   "url": "http://localhost:8080",
 *   "date": "2026-01-31T12:00:00Z",  // when the check began
 *   "quietMillis": 60000,
 *   "timeoutMillis": 10000,
 *   "millis": 61873,                 // what it took
 *   "passed": 118, "failed": 1, "notApplicable": 31,
 *   "strategies": [{
 *     "strategy": "sse",             // for STOMP over SockJS sockjs-<transport>
 *     "promises": [{
 *       "promise": "not buffered",
 *       "verdict": "fail",           // pass | fail | not applicable
 *       "expected": "each of 5 events before the next is published, within 2 s", // null if not applicable
 *       "seen": "event 1 came only in a lump with 160 KB more: buffered by something in between",
 *       "millis": 12034
 *     }]
 *   }]
 * }
 * }</pre>
 *
 * In {@code seen} stands the reason where a promise is not applicable.
 */
@JsonPropertyOrder({
    "version",
    "url",
    "date",
    "quietMillis",
    "timeoutMillis",
    "millis",
    "passed",
    "failed",
    "notApplicable",
    "strategies"
})
record CheckReport(
        String url, Instant date, long quietMillis, long timeoutMillis, long millis, List<StrategyReport> strategies) {

    /** What was found about one strategy. */
    record StrategyReport(String strategy, List<Finding> promises) {}

    boolean allKept() {
        return getPassed() > 0 && getFailed() == 0;
    }

    public int getVersion() {
        return 1;
    }

    public long getPassed() {
        return count(Verdict.PASS);
    }

    public long getFailed() {
        return count(Verdict.FAIL);
    }

    public long getNotApplicable() {
        return count(Verdict.NOT_APPLICABLE);
    }

    private long count(Verdict verdict) {
        return strategies.stream()
                .flatMap(strategy -> strategy.promises().stream())
                .filter(finding -> finding.verdict() == verdict)
                .count();
    }
}
