package dev.pushlab.bench.check;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Puts what was seen into few words. */
final class Words {

    private static final int LONGEST = 200;

    private Words() {}

    static String time(long nanos) {
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
        return millis < 1_000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    static String time(Duration duration) {
        return duration.toMillis() % 1_000 == 0 ? duration.toSeconds() + " s" : time(duration.toNanos());
    }

    /** A problem's sentence, or whatever else stands in an error's body, after a colon; empty if there is nothing. */
    static String problem(String body) {
        String said;
        try {
            said = JsonMapper.shared().readTree(body).path("detail").asString("");
        } catch (JacksonException e) {
            said = body.replaceAll("(?s).*<title>(.*?)</title>.*", "$1").replaceAll("<[^>]*>", " ");
        }
        String words = shortened(said);
        return words.isEmpty() ? "" : ": " + words;
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
