package dev.pushlab.meter.tap;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What the kernel counted on a server's open sockets, as {@code ss} tells it. */
public record Kernel(long sockets, long in, long out) {

    private static final Pattern SENT = Pattern.compile("\\bbytes_sent:(\\d+)");
    private static final Pattern RETRANSMITTED = Pattern.compile("\\bbytes_retrans:(\\d+)");
    private static final Pattern RECEIVED = Pattern.compile("\\bbytes_received:(\\d+)");

    public static Kernel of(int port) {
        try {
            Process ss = new ProcessBuilder("ss", "-tinHO", "state", "established", "sport", "=", ":" + port)
                    .redirectErrorStream(true)
                    .start();
            String text = new String(ss.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (ss.waitFor() != 0) {
                throw new IllegalStateException(text);
            }
            var lines = text.lines().filter(line -> !line.isBlank()).toList();
            long in = 0;
            long out = 0;
            for (String line : lines) {
                in += number(RECEIVED, line);
                out += number(SENT, line) - number(RETRANSMITTED, line);
            }
            return new Kernel(lines.size(), in, out);
        } catch (IOException e) {
            return abort("there is no ss here");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(Pattern pattern, String line) {
        var matcher = pattern.matcher(line);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
