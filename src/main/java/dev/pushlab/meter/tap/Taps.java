package dev.pushlab.meter.tap;

import dev.pushlab.log.EventClock;
import dev.pushlab.strategy.Strategies;
import dev.pushlab.strategy.Strategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Everything that is counted at the server's sockets. */
@Component
public class Taps {

    private final List<Strategy> strategies;
    private final Pages pages;
    private final EventClock clock;

    private final Map<String, Traffic> traffic = new HashMap<>();
    private final Traffic other = new Traffic();
    private final Share nobodys = Share.of(other);
    private final AtomicLong number = new AtomicLong();
    private final Set<Tap> open = ConcurrentHashMap.newKeySet();

    @Autowired
    Taps(Strategies strategies, Pages pages, EventClock clock) {
        this(strategies.all(), pages, clock);
    }

    Taps(List<Strategy> strategies, Pages pages, EventClock clock) {
        this.strategies = strategies;
        this.pages = pages;
        this.clock = clock;
        this.strategies.forEach(strategy -> traffic.put(strategy.id(), new Traffic()));
    }

    /**
     * The sockets that are open right now, and what went through them since they were opened.
     *
     * @param bytesIn from clients
     * @param bytesOut to clients
     */
    public record OpenSockets(long open, long bytesIn, long bytesOut) {}

    public OpenSockets sockets() {
        long count = 0;
        long in = 0;
        long out = 0;
        for (Tap tap : open) {
            count++;
            in += tap.in();
            out += tap.out();
        }
        return new OpenSockets(count, in, out);
    }

    /** What all clients of a strategy caused. */
    public Traffic traffic(Strategy strategy) {
        return traffic.get(strategy.id());
    }

    /** What belongs to no strategy: pages, scripts, the rest of the API, and what is no request at all. */
    public Traffic other() {
        return other;
    }

    Share nobodys() {
        return nobodys;
    }

    /** Whose a request is. */
    Share share(String path, String query) {
        for (Strategy strategy : strategies) {
            if (isBelow(strategy.path(), path)) {
                Traffic all = traffic(strategy);
                Page page = pages.named(query);
                return page == null ? Share.of(all) : new Share(all, page.traffic(strategy.id()), page, strategy.id());
            }
        }
        return nobodys;
    }

    private static boolean isBelow(String root, String path) {
        return path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/');
    }

    boolean hasPages() {
        return pages.hasAny();
    }

    long micros() {
        return clock.micros();
    }

    Tap create() {
        return new Tap(this, number.incrementAndGet());
    }

    void opened(Tap tap) {
        open.add(tap);
    }

    void closed(Tap tap) {
        open.remove(tap);
        tap.close();
    }
}
