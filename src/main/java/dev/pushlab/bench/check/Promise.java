package dev.pushlab.bench.check;

import com.fasterxml.jackson.annotation.JsonValue;

/** What every strategy promises whoever reads by it. */
enum Promise {
    CONNECTS("connects", "the subscription stands, and says so"),
    READY_FIRST("ready first", "the position to go on from is told before any event"),
    FIRST_EVENT("first event", "an event that is published arrives"),
    NOT_BUFFERED("not buffered", "each event arrives before the next is published"),
    ONCE_IN_ORDER("once, in order", "every event arrives, once, in order, unchanged"),
    CLOSES("closes politely", "who says good-bye is answered"),
    RESUMES("resumes", "who comes back gets what was published meanwhile, and nothing else"),
    TOPICS_APART("topics apart", "only the topic's own events arrive"),
    PUBLISH_ANSWERED("publish answered", "what is published over the same connection is accepted with its position"),
    GAP_TOLD("gap told", "who comes from before a restart is told, and gets all that is held"),
    BAD_POSITION("bad position", "a position that is none is refused for good"),
    NOT_CACHED("not cached", "the same address asked again gives the new answer"),
    CONDITIONAL("conditional", "304 as long as nothing is new, 200 as soon as something is"),
    HEARTBEAT("heartbeat", "a quiet stream can be told from a mute one"),
    SURVIVES_QUIET("survives quiet", "the connection outlives a quiet period and delivers after it");

    private final String id;
    private final String meaning;

    Promise(String id, String meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    @JsonValue
    String id() {
        return id;
    }

    String meaning() {
        return meaning;
    }
}
