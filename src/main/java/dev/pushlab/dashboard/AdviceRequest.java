package dev.pushlab.dashboard;

import dev.pushlab.bench.advice.Axis;
import dev.pushlab.bench.advice.Measured;
import dev.pushlab.bench.advice.Question;
import dev.pushlab.log.RefusedException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What is to be advised on; absent fields have defaults.
 *
 * @param rate events a second, 0.0001 to 10,000
 * @param size bytes of an event's data, 1 to 60,000
 * @param audience clients, 1 to 1,000,000
 * @param stalenessMs how late an event may be, 50 to 60,000
 * @param twoWay whether clients send, too
 * @param measured what one client saw in its last minute, by strategy
 */
record AdviceRequest(
        Double rate,
        Integer size,
        Integer audience,
        Double stalenessMs,
        Boolean twoWay,
        Map<String, Measurement> measured) {

    static final String INVALID = "invalid-advice";

    AdviceRequest {
        rate = rate == null ? 10 : inRange(Axis.RATE, rate);
        size = size == null ? 128 : (int) inRange("size", size, 1, 60_000);
        audience = audience == null ? 1_000 : (int) inRange(Axis.AUDIENCE, audience);
        stalenessMs = stalenessMs == null ? 1_000 : inRange(Axis.STALENESS, stalenessMs);
        twoWay = twoWay != null && twoWay;
        measured = measured == null ? Map.of() : measured;
    }

    Question question() {
        var taken = new HashMap<String, Measured>();
        measured.forEach((strategy, measurement) -> {
            if (measurement != null) {
                taken.put(strategy, measurement.taken());
            }
        });
        return new Question(rate, size, audience, stalenessMs, twoWay, taken);
    }

    /**
     * What one client saw of a strategy; absent where it saw nothing.
     *
     * @param p99Micros latency, 0 to an hour
     * @param lost events
     * @param received events
     * @param bytesPerEvent on the wire, both directions
     * @param pollIntervalMs how often it asked, 1 to 3,600,000
     */
    record Measurement(
            Double p99Micros,
            Long lost,
            Long received,
            Double bytesPerEvent,
            Double requestsPerEvent,
            Double pollIntervalMs) {

        private static final double MOST = 1e12;

        Measurement {
            check("p99Micros", p99Micros, 0, 3.6e9);
            check("lost", lost, 0, MOST);
            check("received", received, 0, MOST);
            check("bytesPerEvent", bytesPerEvent, 0, MOST);
            check("requestsPerEvent", requestsPerEvent, 0, MOST);
            check("pollIntervalMs", pollIntervalMs, 1, 3.6e6);
        }

        Measured taken() {
            return new Measured(
                    p99Micros,
                    lost == null ? 0 : lost,
                    received == null ? 0 : received,
                    bytesPerEvent,
                    requestsPerEvent,
                    pollIntervalMs);
        }

        private static void check(String name, Number value, double min, double max) {
            if (value != null) {
                inRange(name, value.doubleValue(), min, max);
            }
        }
    }

    private static double inRange(Axis axis, double value) {
        return inRange(axis.id(), value, axis.min(), axis.max());
    }

    private static double inRange(String name, double value, double min, double max) {
        if (value >= min && value <= max) {
            return value;
        }
        throw RefusedException.invalid(
                INVALID, "%s is %s. Use %s to %s.".formatted(name, plain(value), plain(min), plain(max)));
    }

    private static String plain(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
