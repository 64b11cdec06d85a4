package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** The card of the strategy that no browser is the client of. */
class DashboardWebhookTests extends BrowserTests {

    private static final String CARD = "[data-apart=webhook] ";

    @Test
    void showsWhatTheReceiverGotAndWhatItMissed() {
        assumeTrue(strategies.all().stream().anyMatch(strategy -> strategy.id().equals("webhook")));
        open("/?topic=hooks");
        awaitLive();
        assertThat(field("state")).isEqualTo("off");
        click(CARD + "[name=on]");
        await().untilAsserted(() -> assertThat(field("state")).isEqualTo("live"));
        click("#publish button");
        await().untilAsserted(() -> assertThat(field("verified")).isEqualTo("1"));
        assertThat(field("last")).endsWith("s");
        assertThat(find(CARD + ".events li").getText()).contains("greeting").contains("signature verified");

        click(CARD + "[name=failing]");
        await().until(() -> send("GET", "/api/webhooks/demo?topic=hooks", "").contains("\"failing\":true"));
        click("#publish button");
        await().untilAsserted(() -> assertThat(field("state")).startsWith("next try in"));
        assertThat(Integer.parseInt(field("refused"))).isPositive();
        assertThat(field("waiting")).isEqualTo("1 wait to be delivered");

        click(CARD + "[name=failing]");
        await().untilAsserted(() -> assertThat(field("verified")).isEqualTo("2"));
        assertThat(field("received")).isEqualTo("2");
        assertThat(field("duplicated")).isEqualTo("0");

        open("/?topic=hooks");
        // Until all is there the card still moves under the pointer.
        awaitLive();
        await().untilAsserted(() -> assertThat(field("verified")).isEqualTo("2"));
        click(CARD + "[name=on]");
        assertThat(field("state")).isEqualTo("off");
        assertThat(errors()).isEmpty();
    }

    private String field(String name) {
        return find(CARD + "[data-field=" + name + "]").getDomProperty("textContent");
    }
}
