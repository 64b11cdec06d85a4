package dev.pushlab.strategy.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class WebhookRegistrationTests extends WebhookServer {

    @Test
    void theSecretIsShownOnce() throws Exception {
        Hook hook = hook();
        HttpResponse<String> answer = tryToRegister(hook.url(), "latest");
        JsonNode registered = json(answer);
        String id = registered.get("id").asString();
        String secret = registered.get("secret").asString();
        assertThat(registered.propertyNames()).containsExactlyInAnyOrder("id", "url", "secret");
        assertThat(registered.get("url").asString()).isEqualTo(hook.url());
        assertThat(secret).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
        assertThat(answer.headers().firstValue("Location")).contains("/api/webhooks/" + id);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(call("GET", "/api/webhooks", "").body()).contains(id).doesNotContain("whsec_", secret.substring(6));
        assertThat(call("GET", "/api/webhooks/" + id, "").body()).doesNotContain("whsec_", secret.substring(6));
    }

    @Test
    void aWebhookIsListedWithHowItStands() throws Exception {
        Hook hook = hook();
        String id = register(hook.url(), "latest").get("id").asString();
        append(2);
        awaitCaughtUp();
        JsonNode listed = json(call("GET", "/api/webhooks", ""));
        assertThat(listed.size()).isOne();
        assertThat(listed.get(0)).isEqualTo(json(call("GET", "/api/webhooks/" + id, "")));
        assertThat(listed.get(0).toString())
                .isEqualTo("{\"id\":\"" + id + "\",\"url\":\"" + hook.url() + "\",\"topic\":\"" + log.topic()
                        + "\",\"position\":\"" + log.head()
                        + "\",\"lag\":0,\"state\":\"waiting\",\"retryInMs\":null,\"failures\":0,"
                        + "\"lastStatus\":204,\"lastError\":null}");
    }

    @Test
    void aWebhookIsAConnectionOfItsStrategy() throws Exception {
        register(hook().url(), "latest");
        String id = register(hook().url(), "latest").get("id").asString();
        assertThat(json(call("GET", "/api/stats", ""))
                        .at("/strategies/webhook/connections")
                        .asInt())
                .isEqualTo(2);
        assertThat(call("GET", "/api/strategies", "").body())
                .contains("{\"id\":\"webhook\",\"path\":\"/api/webhooks\",\"traits\":[]}");
        assertThat(call("DELETE", "/api/webhooks/" + id, "").statusCode()).isEqualTo(204);
        assertThat(tally().connections()).isOne();
    }

    @Test
    void oneMoreThanTheLimitIsRefusedForNow() throws Exception {
        Hook hook = hook();
        for (int i = 0; i < 3; i++) {
            register(hook.url(), "latest");
        }
        HttpResponse<String> answer = tryToRegister(hook.url(), "latest");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("There are 3 webhooks already. Delete one");
        webhooks.remove(status().id());
        assertThat(tryToRegister(hook.url(), "latest").statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://localhost/ | no absolute http or https URL",
                "localhost:9000/hook | no absolute http or https URL",
                "/hook | no absolute http or https URL",
                "http:///hook | no absolute http or https URL",
                "http://local_host/ | no absolute http or https URL",
                "http://127.1/ | no absolute http or https URL",
                "http://2130706433/ | is not allowed",
                "http://localhost:70000/ | no absolute http or https URL",
                "http://user:secret@localhost/ | has credentials",
                "http://localhost/#part | or a fragment",
                "http://local host/ | is no URL",
                "http://example.org/ | is not allowed as a receiver. Use one of",
                "http://10.0.0.1/ | add it to pushlab.webhook.allowed-hosts",
                "http://93.184.216.34/ | is not allowed",
                "http://[::ffff:10.0.0.1]/ | is not allowed",
                "http://[fe80::1]/ | is not allowed",
                "http://169.254.169.254/latest/meta-data | is not allowed",
                "http://localhost.example.org/ | is not allowed",
                "http://localhost./ | is not allowed",
                "http://[::1%25lo]/ | is not allowed",
            })
    void aUrlThatIsMalformedOrNotAllowedIsRefused(String url, String sentence) throws Exception {
        HttpResponse<String> answer = tryToRegister(url, "latest");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).get("detail").asString()).contains(sentence);
        assertThat(webhooks.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://LOCALHOST:1/", "https://127.9.8.7/x", "http://[::1]:1/", "http://[::ffff:127.0.0.1]:1/"})
    void whatIsOnTheListIsAllowedInAnySpelling(String url) throws Exception {
        assertThat(tryToRegister(url, "latest").statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "not json", "{\"url\":7}", "{\"url\":null}", "[]"})
    void aBodyThatNamesNoUrlIsRefused(String body) throws Exception {
        HttpResponse<String> answer = call("POST", "/api/webhooks", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aPositionThatIsNoneIsRefused() throws Exception {
        HttpResponse<String> answer = tryToRegister("http://localhost:1/", "yesterday");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("'yesterday' is no position");
        assertThat(call("POST", "/api/webhooks?topic=No", "{\"url\":\"http://localhost:1/\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsUnknownIsNotFound() throws Exception {
        HttpResponse<String> answer = call("GET", "/api/webhooks/nobody", "");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("urn:push-lab:problem:unknown-webhook", "GET /api/webhooks lists");
        assertThat(call("DELETE", "/api/webhooks/nobody", "").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "169.254.169.254",
                "192.168.1.1",
                "fd00::1",
                "::ffff:10.0.0.1",
                "0.0.0.0",
                "64:ff9b::a00:1"
            })
    void aNameThatIsTurnedToAnInnerAddressIsNotConnectedTo(String address) throws Exception {
        names.set("hooks.test", address);
        register("http://hooks.test:9/", "latest");
        append(1);
        awaitPause();
        assertThat(status().lastStatus()).isNull();
        assertThat(status().lastError()).isEqualTo("hooks.test has no address that is allowed");
    }

    @Test
    void aNameIsCheckedAgainWheneverAConnectionIsMade() throws Exception {
        Hook hook = hook().then(Hook.status(204, "Connection", "close"));
        names.set("hooks.test", "127.0.0.1");
        register("http://hooks.test:" + hook.port() + "/", "latest");
        List<String> ids = append(1);
        awaitIds(hook, ids);
        awaitCaughtUp();
        names.set("hooks.test", "10.0.0.1");
        append(1);
        awaitPause();
        assertThat(status().lastError()).isEqualTo("hooks.test has no address that is allowed");
        names.set("hooks.test", "10.0.0.1", "127.0.0.1");
        timing.endPause();
        await().until(() -> hook.requests.size() == 2);
        assertThat(hook.requests.get(1).header("host")).isEqualTo("hooks.test:" + hook.port());
    }
}
