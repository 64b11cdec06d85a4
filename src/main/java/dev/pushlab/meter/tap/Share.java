package dev.pushlab.meter.tap;

/**
 * Who a request's bytes belong to.
 *
 * @param all of everybody who uses the same strategy
 * @param page of one page; {@code null} where the request names none
 * @param owner the page that the request names; {@code null} if none
 * @param strategy the strategy's id; {@code null} for what belongs to none
 */
record Share(Traffic all, Traffic page, Page owner, String strategy) {

    /** Of something that belongs to no page. */
    static Share of(Traffic all) {
        return new Share(all, null, null, null);
    }

    void enter(Tap tap) {
        all.enter(tap);
        if (page != null) {
            page.enter(tap);
        }
    }

    void leave(Tap tap, long in, long out) {
        all.leave(tap, in, out);
        if (page != null) {
            page.leave(tap, in, out);
        }
    }
}
