package dev.pushlab.bench.rig;

/** What is published, and when; the same for every run. */
public interface Feed {

    /** Nanoseconds from the feed's start until an event is due. */
    long dueAfter(long event);

    /**
     * An event's data as JSON.
     *
     * @param stamp its due time, of 16 digits, which has to come first in an array
     */
    String data(long event, long stamp);

    /** Events a second, on average. */
    double rate();

    /** Bytes of an event's data, on average. */
    int size();
}
