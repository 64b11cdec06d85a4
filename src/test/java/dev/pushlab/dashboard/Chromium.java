package dev.pushlab.dashboard;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The machine's own Chromium: nothing is downloaded for the tests. */
final class Chromium {

    /** A name of this machine that is, unlike localhost, no secure context. */
    static final String INSECURE_HOST = "insecure.test";

    private static final String MISSING = """
            No Chromium with its driver was found, so the page is not tested. Install both \
            (Debian, Ubuntu: apt install chromium chromium-driver; macOS: brew install --cask chromium chromedriver), \
            or name the driver with -Dwebdriver.chrome.driver=…""";

    /** Warns about every browser newer than itself; the commands used here are as old as the protocol. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static ChromeDriver shared;

    private Chromium() {}

    /** The browser that all tests use, one class after the other; it ends with the JVM. */
    static ChromeDriver shared() {
        if (shared == null) {
            shared = start();
            Runtime.getRuntime().addShutdownHook(new Thread(shared::quit));
        }
        return shared;
    }

    /** Starts a browser; where there is none the test is skipped, but not on the build server, which must have one. */
    static ChromeDriver start() {
        var browser = find("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "Chromium");
        var driver = Optional.ofNullable(System.getProperty("webdriver.chrome.driver"))
                .map(Path::of)
                .or(() -> find("chromedriver"));
        if (browser.isEmpty() || driver.isEmpty()) {
            return "true".equals(System.getenv("CI")) ? fail(MISSING) : abort(MISSING);
        }
        SELENIUM.setLevel(Level.SEVERE);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.get().toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options(browser.get()));
    }

    private static ChromeOptions options(Path browser) {
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        var options = new ChromeOptions()
                .setBinary(browser.toFile())
                .addArguments(
                        "--headless=new",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--hide-scrollbars",
                        "--lang=en",
                        "--host-resolver-rules=MAP " + INSECURE_HOST + " 127.0.0.1",
                        "--window-size=1400,1000");
        options.setCapability("goog:loggingPrefs", logs);
        if ("root".equals(System.getProperty("user.name"))) {
            // Chromium's sandbox refuses to run as root, which is what containers do.
            options.addArguments("--no-sandbox");
        }
        return options;
    }

    private static Optional<Path> find(String... names) {
        var directories = Stream.concat(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                Stream.of("/usr/bin", "/snap/bin", "/Applications/Chromium.app/Contents/MacOS"));
        return directories
                .flatMap(directory -> List.of(names).stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static void colours(ChromeDriver browser, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    static void size(ChromeDriver browser, int width, int height) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }
}
