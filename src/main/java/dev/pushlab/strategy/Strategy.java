package dev.pushlab.strategy;

import java.util.Set;

/**
 * One way out of the log, as the page, the bench and the metrics know it.
 *
 * @param id the same in the path, the package (without the hyphen), the page, the bench and the metrics' tag
 * @param order where it stands in lists, small numbers first
 * @param path where its requests go
 */
public record Strategy(String id, int order, String path, Set<Trait> traits) {

    /** What a strategy can do, so that nobody has to ask for its name. */
    public enum Trait {
        /** The page opens with it. */
        CORE,
        /** A browser can be its client. */
        BROWSER,
        /** One connection carries many events. */
        STREAM,
        /** It streams over a plain HTTP response. */
        HTTP_STREAM,
        /** The client publishes over the same connection. */
        TWO_WAY,
        /** It keeps one of the six connections that a browser opens to a host over HTTP/1.1. */
        HTTP_SLOT
    }

    public Strategy(String id, int order, Trait... traits) {
        this(id, order, "/api/" + id, Set.of(traits));
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
