package dev.pushlab.meter.tap;

import dev.pushlab.log.EventClock;
import dev.pushlab.log.RefusedException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The pages that were rendered lately, by the token that nobody else can know. */
@Component
public class Pages {

    static final int MAX_PAGES = 1_000;
    static final long FORGET_MICROS = TimeUnit.MINUTES.toMicros(10);

    private static final int TOKEN_BYTES = 16;
    private static final String PARAMETER = "page=";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final EventClock clock;

    Pages(EventClock clock) {
        this.clock = clock;
    }

    /** Begins a page and gives its token: 128 random bits, in base64url. */
    public String open() {
        var bits = new byte[TOKEN_BYTES];
        random.nextBytes(bits);
        return add(Base64.getUrlEncoder().withoutPadding().encodeToString(bits)).token();
    }

    private synchronized Page add(String token) {
        if (pages.size() >= MAX_PAGES && !pages.containsKey(token)) {
            pages.values().stream().min(Comparator.comparingLong(Page::usedAt)).ifPresent(this::forget);
        }
        return pages.computeIfAbsent(token, unknown -> new Page(token, clock.micros()));
    }

    /**
     * The page with a token.
     *
     * @throws RefusedException if there is none, or no longer
     */
    public Page get(String token) {
        Page page = used(token);
        if (page == null) {
            throw RefusedException.unknown(
                    "unknown-page",
                    "No page has this token, or it was left alone for more than 10 minutes. Load the page again.");
        }
        return page;
    }

    /**
     * The page that a strategy's request names in its query; {@code null} if it names none. One that is unknown but has the
     * form of a token was rendered before the server's last start, and goes on.
     */
    Page named(String query) {
        if (query == null || !query.contains(PARAMETER)) {
            return null;
        }
        for (String parameter : query.split("&")) {
            if (parameter.startsWith(PARAMETER)) {
                String token = parameter.substring(PARAMETER.length());
                Page page = used(token);
                return page == null && TOKEN.matcher(token).matches() ? add(token) : page;
            }
        }
        return null;
    }

    private Page used(String token) {
        Page page = pages.get(token);
        if (page != null) {
            page.use(clock.micros());
        }
        return page;
    }

    boolean hasAny() {
        return !pages.isEmpty();
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void forgetIdle() {
        long now = clock.micros();
        for (Page page : pages.values()) {
            page.restIfUnwatched(now);
            if (!page.isQuiet()) {
                page.use(now);
            } else if (now - page.usedAt() > FORGET_MICROS) {
                forget(page);
            }
        }
    }

    private void forget(Page page) {
        pages.remove(page.token());
    }
}
