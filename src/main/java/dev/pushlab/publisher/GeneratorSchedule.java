package dev.pushlab.publisher;

/** Events of one size at an even rate, or in even bursts. */
final class GeneratorSchedule implements Schedule {

    private final WorkloadSpec.Generator spec;
    private long count;

    GeneratorSchedule(WorkloadSpec.Generator spec) {
        this.spec = spec;
    }

    @Override
    public Planned next() {
        // From the count, not from the last time: rounding never adds up.
        long burst = count / spec.burst();
        long at = Math.round(burst * spec.burst() * 1_000_000.0 / spec.rate());
        count++;
        return new Planned(at, "sample", data(count, spec.size()));
    }

    /** A JSON string of exactly so many bytes that tells which one it is; a digit where no string fits. */
    static String data(long number, int size) {
        if (size < 2) {
            return Long.toString(number % 10);
        }
        String digits = Long.toString(number);
        int room = size - 2;
        return digits.length() >= room
                ? '"' + digits.substring(digits.length() - room) + '"'
                : '"' + digits + " ".repeat(room - digits.length()) + '"';
    }
}
