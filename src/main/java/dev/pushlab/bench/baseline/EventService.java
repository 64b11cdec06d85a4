package dev.pushlab.bench.baseline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Keeps all events in a list, and hands each to the strategies on the thread that publishes it. */
@Service
class EventService {

    private final String epoch = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final List<Event> events = new ArrayList<>();
    private final ApplicationEventPublisher publisher;

    EventService(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    /** One at a time, since otherwise two events could overtake each other on their way to a client. */
    synchronized Event publish(String type, Object data) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        var event = add(type, now, data);
        publisher.publishEvent(event);
        return event;
    }

    /** The offset that {@code epoch:offset}, {@code earliest} or {@code latest} stands for. */
    int offset(String after) {
        return switch (after) {
            case "earliest" -> 0;
            case "latest" -> size();
            default -> Integer.parseInt(after.substring(after.indexOf(':') + 1));
        };
    }

    /** All events after an offset, and where to go on. */
    Batch after(int offset) {
        synchronized (events) {
            var newer = List.copyOf(events.subList(Math.min(offset, events.size()), events.size()));
            return new Batch(newer, position(offset + newer.size()), null);
        }
    }

    String position(int offset) {
        return epoch + ":" + offset;
    }

    private int size() {
        synchronized (events) {
            return events.size();
        }
    }

    private Event add(String type, long dueAt, Object data) {
        synchronized (events) {
            var event = new Event(position(events.size() + 1), type, dueAt, data);
            events.add(event);
            return event;
        }
    }
}
