package dev.pushlab.bench.rig;

/**
 * Events of one size at one rate.
 *
 * @param rate events a second, above 0
 * @param size bytes of data, {@link #SMALLEST} to {@link #LARGEST}
 */
public record SteadyFeed(double rate, int size) implements Feed {

    /** {@code [<16 digits>,""]}: a due time and an empty text. */
    public static final int SMALLEST = 21;

    /** What leaves room for the rest of a publication, which may have 64 KiB. */
    public static final int LARGEST = 60_000;

    private static final double NANOS = 1e9;

    @Override
    public long dueAfter(long event) {
        return Math.round(event * NANOS / rate);
    }

    @Override
    public String data(long event, long stamp) {
        return "[" + stamp + ",\"" + "x".repeat(Math.max(0, size - SMALLEST)) + "\"]";
    }
}
