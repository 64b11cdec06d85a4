package dev.pushlab.meter.tap;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what must not be shown in the bytes of one direction: the page's token wherever it stands, and the values of header
 * fields that carry credentials. Either may be spread over any number of reads or writes.
 */
final class Secrets {

    /** Takes the ranges that are to be overwritten; they may begin in bytes that were seen before. */
    interface Finding {

        void hide(long from, long to);
    }

    private static final Set<String> FIELDS = Set.of("cookie", "set-cookie", "authorization", "proxy-authorization");

    private static final int LONGEST_FIELD = "proxy-authorization".length();

    /** Fewer characters tell nothing, but would be found in much that is no token. */
    private static final int SHORTEST_REST = 4;

    /** Where in a line the next byte stands. */
    private enum Place {
        NAME,
        BEFORE_VALUE,
        VALUE,
        ELSEWHERE
    }

    private final byte[] token;
    private final StringBuilder name = new StringBuilder(LONGEST_FIELD);
    private byte[] tail = new byte[0];
    private long seen;
    private Place place = Place.NAME;
    private boolean secretLine;

    Secrets(String token) {
        this.token = token.getBytes(StandardCharsets.US_ASCII);
    }

    private int overlap() {
        return token.length - 1;
    }

    /**
     * Looks at the next bytes.
     *
     * @param offset of the first; beyond those seen before if some in between are not to be looked at
     */
    void look(long offset, byte[] bytes, Finding finding) {
        if (offset > seen) {
            passOver(offset);
            findRestOfToken(bytes, finding);
        }
        findTokens(bytes, finding);
        for (int i = 0; i < bytes.length; i++) {
            if (isSecret(bytes[i])) {
                finding.hide(seen + i, seen + i + 1);
            }
        }
        seen += bytes.length;
    }

    private void passOver(long offset) {
        name.setLength(0);
        // Whatever was secret stays so until its line ends.
        place = place == Place.BEFORE_VALUE ? Place.VALUE : place == Place.NAME ? Place.ELSEWHERE : place;
        tail = new byte[0];
        seen = offset;
    }

    /** A token may have begun in what was passed over. */
    private void findRestOfToken(byte[] bytes, Finding finding) {
        int longest = Math.min(overlap(), bytes.length);
        for (int length = longest; length >= SHORTEST_REST; length--) {
            if (Arrays.equals(bytes, 0, length, token, token.length - length, token.length)) {
                finding.hide(seen, seen + length);
                return;
            }
        }
    }

    private void findTokens(byte[] bytes, Finding finding) {
        byte[] joined = concat(tail, bytes);
        long start = seen - tail.length;
        for (int i = 0; i + token.length <= joined.length; i++) {
            if (joined[i] == token[0] && Arrays.equals(joined, i, i + token.length, token, 0, token.length)) {
                finding.hide(start + i, start + i + token.length);
            }
        }
        tail = Arrays.copyOfRange(joined, Math.max(0, joined.length - overlap()), joined.length);
    }

    /** Everywhere and not only in the head: what follows a head may be another (100 Continue, pipelining). */
    private boolean isSecret(byte next) {
        if (next == '\r' || next == '\n') {
            if (next == '\n') {
                secretLine = place == Place.VALUE || place == Place.BEFORE_VALUE;
                place = Place.NAME;
                name.setLength(0);
            }
            return false;
        }
        boolean blank = next == ' ' || next == '\t';
        if (place == Place.NAME) {
            place = afterName(next, blank);
            return false;
        }
        if (place == Place.BEFORE_VALUE && !blank) {
            place = Place.VALUE;
        }
        return place == Place.VALUE;
    }

    private Place afterName(byte next, boolean blank) {
        if (blank && name.isEmpty() && secretLine) {
            return Place.BEFORE_VALUE; // a folded line goes on where the last one ended
        }
        if (next == ':') {
            boolean secret = FIELDS.contains(name.toString().toLowerCase(Locale.ROOT));
            return secret ? Place.BEFORE_VALUE : Place.ELSEWHERE;
        }
        name.append((char) (next & 0xff));
        return name.length() > LONGEST_FIELD ? Place.ELSEWHERE : Place.NAME;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
