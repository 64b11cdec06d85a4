package dev.pushlab.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

/** Clients of https begin with TLS, and with nothing else. */
class TlsTests {

    @Test
    void theTargetSaysWhetherItIsSecure() {
        assertThat(Target.of("https://push.example.org").secure()).isTrue();
        assertThat(Target.of("https://push.example.org").port()).isEqualTo(443);
        assertThat(Target.of("http://push.example.org").secure()).isFalse();
        assertThat(Target.of("http://push.example.org").port()).isEqualTo(80);
        assertThatThrownBy(() -> Target.of("ftp://push.example.org")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Target.of("http://push.example.org?a=b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoSpeaksNoTlsIsNotTalkedTo() throws IOException {
        try (var server = new FakeServer(conversation -> {
            assertThat(conversation.read()).isEqualTo(0x16);
            conversation.send("HTTP/1.1 400 Bad Request\r\n\r\n");
            conversation.untilClosed();
        })) {
            var recorder = new Recorder();
            var secure = Target.of("https://127.0.0.1:" + server.target().port());
            Clients.named("sse").subscribe(secure, "latest", recorder);
            await().until(() -> !recorder.seen().isEmpty());
            assertThat(recorder.cause).hasRootCauseInstanceOf(SSLException.class);
            assertThat(server.requests).isEmpty();
        }
    }
}
