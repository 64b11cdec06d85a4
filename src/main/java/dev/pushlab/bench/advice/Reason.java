package dev.pushlab.bench.advice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a strategy is not ranked. */
public enum Reason {
    /** It lost events here. */
    LOST,
    /** Clients send, and each message would take a request of its own. */
    ONE_WAY,
    /** Events are later than is accepted. */
    TOO_LATE,
    /** To be in time, clients would have to ask more often than they should. */
    TOO_OFTEN,
    /** It is asked for the client that measured, and this one did not. */
    NOT_MEASURED,
    /** What it costs is not known well enough to compare. */
    UNKNOWN_COST;

    @JsonValue
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
