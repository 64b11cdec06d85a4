package dev.pushlab.bench.check;

import dev.pushlab.bench.writing.Numbers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Puts what was seen into few words. */
final class Words {

    private static final int LONGEST = 200;

    private Words() {}

    static String time(long nanos) {
        return time(Duration.ofNanos(nanos));
    }

    static String time(Duration duration) {
        return Numbers.time(duration.toMillis());
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
