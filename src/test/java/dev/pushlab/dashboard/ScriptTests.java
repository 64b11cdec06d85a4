package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Modules of the page that know no document, one by one, in a real browser. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ScriptTests {

    @LocalServerPort
    int port;

    private ChromeDriver browser;

    @BeforeAll
    void open() {
        browser = Chromium.shared();
        browser.get("http://localhost:" + port + "/js/meter.js");
    }

    /** Runs the body of an asynchronous function that returns an object. */
    @SuppressWarnings("unchecked")
    Map<String, Object> run(String script) {
        var result = (Map<String, Object>) browser.executeAsyncScript("""
                const done = arguments[0];
                (async () => { %s })().then((value) => done({ value }), (error) => done({ error: String(error.stack) }));""".formatted(script));
        assertThat(result).as("result of the script").doesNotContainKey("error");
        return (Map<String, Object>) result.get("value");
    }
}
