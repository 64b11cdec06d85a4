package dev.pushlab.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BareServerTests {

    private static final Pattern EVENT =
            Pattern.compile("\\{\"id\":\"bare:(\\d+)\",\"type\":\"bench\",\"dueAt\":(\\d{16}),\"data\":(.*)}");

    private static final int FAR_TOO_MUCH = 1_000;
    private static final int SMALL_BUFFER = 4_096;

    private final List<Peer> peers = new ArrayList<>();
    private BareServer server;
    private Thread thread;

    @BeforeEach
    void start() throws IOException {
        server = new BareServer();
        thread = new Thread(server);
        thread.start();
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        for (var peer : peers) {
            peer.close();
        }
        server.stop();
        thread.join();
    }

    @Test
    void writesEveryEventToEverySubscriberInOrder() throws IOException {
        var subscribers = List.of(subscriber(0), subscriber(0), subscriber(0));
        var publisher = publisher();
        long before = System.currentTimeMillis();
        for (int n = 1; n <= 20; n++) {
            publisher.say(publication("[1,\"\u00fc " + n + "\"]"));
        }
        for (var subscriber : subscribers) {
            for (int n = 1; n <= 20; n++) {
                var event = EVENT.matcher(subscriber.hear());
                assertThat(event.matches()).isTrue();
                assertThat(event.group(1)).isEqualTo(Integer.toString(n));
                assertThat(Long.parseLong(event.group(2)) / 1_000).isBetween(before, System.currentTimeMillis());
                assertThat(event.group(3)).isEqualTo("[1,\"\u00fc " + n + "\"]");
            }
        }
    }

    @Test
    void answersThePublisherWithTheIdOfEachEvent() throws IOException {
        var publisher = publisher();
        publisher.say(publication("1") + publication("2"));
        publisher.say(publication("3"));
        assertThat(List.of(publisher.hear(), publisher.hear(), publisher.hear()))
                .containsExactly("bare:1", "bare:2", "bare:3");
    }

    @Test
    void aLaterSubscriberBeginsAtTheHead() throws IOException {
        var publisher = publisher();
        publisher.say(publication("1"));
        assertThat(publisher.hear()).isEqualTo("bare:1");
        var subscriber = peer(0);
        subscriber.say("subscribe\n");
        assertThat(subscriber.hear()).isEqualTo("{\"control\":\"ready\",\"next\":\"bare:1\",\"heartbeatMs\":0}");
        publisher.say(publication("2"));
        assertThat(number(subscriber.hear())).isEqualTo(2);
    }

    @Test
    void takesLinesThatComeInPieces() throws IOException {
        var subscriber = peer(0);
        var publisher = peer(0);
        subscriber.say("subs");
        publisher.say("publish\n{\"type\":\"be");
        subscriber.say("cribe\n");
        assertThat(subscriber.hear()).contains("ready");
        publisher.say("nch\",\"data\":7");
        publisher.say("}\n");
        assertThat(publisher.hear()).isEqualTo("bare:1");
        assertThat(subscriber.hear()).endsWith("\"data\":7}");
    }

    @Test
    void aSlowSubscriberGetsEverythingLater() throws IOException {
        var slow = subscriber(SMALL_BUFFER);
        var quick = subscriber(0);
        var publisher = publisher();
        int heard = 0;
        for (int n = 1; n <= 200; n++) {
            publisher.say(publication(large()));
            assertThat(publisher.hear()).isEqualTo("bare:" + n);
            assertThat(number(quick.hear())).isEqualTo(n);
            if (n > 100) {
                // makes room while others wait, which the next one must not take
                heard++;
                assertThat(number(slow.hear())).isEqualTo(heard);
            }
        }
        while (heard < 200) {
            heard++;
            String event = slow.hear();
            assertThat(number(event)).isEqualTo(heard);
            assertThat(event).endsWith("\"data\":" + large() + "}");
        }
        publisher.say(publication("1"));
        assertThat(number(slow.hear())).isEqualTo(201);
    }

    @Test
    void closesASubscriberThatIsTooFarBehind() throws IOException {
        var stalled = subscriber(SMALL_BUFFER);
        var quick = subscriber(0);
        var publisher = publisher();
        for (int n = 1; n <= FAR_TOO_MUCH; n++) {
            publisher.say(publication(large()));
            assertThat(number(quick.hear())).isEqualTo(n);
        }
        int heard = 0;
        try {
            while (stalled.hear() != null) {
                heard++;
            }
        } catch (IOException e) {
            // a reset is an end too
        }
        assertThat(heard).isLessThan(FAR_TOO_MUCH);
    }

    @Test
    void goesOnWithoutSubscribersThatHaveGone() throws IOException {
        var leaving = subscriber(0);
        var dying = subscriber(0);
        var staying = subscriber(0);
        var publisher = publisher();
        leaving.close();
        dying.abort();
        for (int n = 1; n <= 3; n++) {
            publisher.say(publication("1"));
            assertThat(publisher.hear()).isEqualTo("bare:" + n);
            assertThat(number(staying.hear())).isEqualTo(n);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\n",
                "\n",
                "subscribe\nsubscribe\n",
                "publish\n{\"data\":1}\n",
                "publish\n{\"type\":\"bench\",\"data\":1\n"
            })
    void nonsenseClosesThatConnectionOnly(String nonsense) throws IOException {
        var subscriber = subscriber(0);
        var stranger = peer(0);
        stranger.say(nonsense);
        assertThat(stranger.isClosed()).isTrue();
        publisher().say(publication("1"));
        assertThat(number(subscriber.hear())).isEqualTo(1);
    }

    @Test
    void anEndlessLineClosesTheConnection() throws IOException {
        var stranger = peer(0);
        stranger.say("x".repeat((128 << 10) + 1));
        assertThat(stranger.isClosed()).isTrue();
    }

    @Test
    void whatCameBeforeNonsenseCounts() throws IOException {
        var subscriber = subscriber(0);
        var publisher = peer(0);
        publisher.say("publish\n" + publication("1") + "nonsense\n");
        assertThat(publisher.hear()).isEqualTo("bare:1");
        assertThat(publisher.isClosed()).isTrue();
        assertThat(number(subscriber.hear())).isEqualTo(1);
    }

    @Test
    void closesEverythingWhenItIsStopped() throws IOException, InterruptedException {
        var subscriber = subscriber(0);
        server.stop();
        thread.join();
        assertThat(subscriber.hear()).isNull();
    }

    private Peer subscriber(int receiveBuffer) throws IOException {
        var subscriber = peer(receiveBuffer);
        subscriber.say("subscribe\n");
        assertThat(subscriber.hear()).isEqualTo("{\"control\":\"ready\",\"next\":\"bare:0\",\"heartbeatMs\":0}");
        return subscriber;
    }

    private Peer publisher() throws IOException {
        var publisher = peer(0);
        publisher.say("publish\n");
        return publisher;
    }

    private Peer peer(int receiveBuffer) throws IOException {
        var peer = new Peer(server.port(), receiveBuffer);
        peers.add(peer);
        return peer;
    }

    private static String publication(String data) {
        return "{\"type\":\"bench\",\"data\":" + data + "}\n";
    }

    /** So large that a few of them fill every buffer below. */
    private static String large() {
        return "\"" + "x".repeat(64 << 10) + "\"";
    }

    private static int number(String event) {
        var matcher = EVENT.matcher(event);
        assertThat(matcher.matches()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}
