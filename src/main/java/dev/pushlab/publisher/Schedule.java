package dev.pushlab.publisher;

/** What happens when: an open-loop plan that knows nothing of how fast it is carried out. */
interface Schedule {

    /**
     * An event that is planned.
     *
     * @param at microseconds after the start
     */
    record Planned(long at, String type, String data) {}

    /** The next event, never before the last one; {@code null} when there is none. */
    Planned next();
}
