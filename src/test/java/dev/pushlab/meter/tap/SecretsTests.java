package dev.pushlab.meter.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTests {

    private static final String TOKEN = "AABAAc-_0123456789abcd";
    private static final String REQUEST = "GET /api/sse?page=" + TOKEN + "&x=AABAAABAAc HTTP/1.1\r\n"
            + "Host: localhost\r\ncookie:  a=b; c=d\r\n folded\r\nX-Cookie: open\r\n"
            + "AUTHORIZATION: Basic Zm9v\r\nProxy-Authorization:Bearer x\r\nReferer: /?" + TOKEN + TOKEN + "\r\n\r\n"
            + "body\r\nSet-Cookie: lang=ko\r\n\r\n" + TOKEN;
    private static final String MASKED =
            "GET /api/sse?page=********************** HTTP/1.1\r\n".replace(" HTTP", "&x=AABAAABAAc HTTP")
                    + "Host: localhost\r\ncookie:  ********\r\n ******\r\nX-Cookie: open\r\n"
                    + "AUTHORIZATION: **********\r\nProxy-Authorization:********\r\n"
                    + "Referer: /?********************************************\r\n\r\n"
                    + "body\r\nSet-Cookie: *******\r\n\r\n**********************";

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Looks at the text in pieces that end at the given places. */
    private static String masked(String text, int... ends) {
        byte[] shown = ascii(text);
        var secrets = new Secrets(TOKEN);
        int from = 0;
        for (int end : ends) {
            secrets.look(from, Arrays.copyOfRange(ascii(text), from, end), (begin, beyond) -> {
                for (long i = begin; i < beyond; i++) {
                    shown[(int) i] = '*';
                }
            });
            from = end;
        }
        return new String(shown, StandardCharsets.US_ASCII);
    }

    @Test
    void masksTokensAndCredentials() {
        assertThat(masked(REQUEST, REQUEST.length())).isEqualTo(MASKED);
    }

    @Test
    void findsThemWhereverTheReadsEnd() {
        for (int end = 1; end < REQUEST.length(); end++) {
            assertThat(masked(REQUEST, end, REQUEST.length()))
                    .as("split after %s", end)
                    .isEqualTo(MASKED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 21})
    void findsThemInPiecesOf(int size) {
        int[] ends = new int[(REQUEST.length() + size - 1) / size];
        Arrays.setAll(ends, i -> Math.min(REQUEST.length(), (i + 1) * size));
        assertThat(masked(REQUEST, ends)).isEqualTo(MASKED);
    }
}
