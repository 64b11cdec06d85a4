package dev.pushlab.bench.server;

import dev.pushlab.bench.result.Implementation;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Properties;

/** Where servers to be measured come from: a fresh process each, or the one at an address. */
public final class Servers {

    private static final String PUSH_LAB = "dev.pushlab.PushLabApplication";
    private static final String TEXTBOOK = "dev.pushlab.bench.baseline.BaselineApplication";
    private static final String BARE = "dev.pushlab.bench.floor.BareServer";

    private final URI url;
    private final int clients;

    /**
     * @param url of a running server, {@code null} to start one for each run
     * @param clients as many as will come
     */
    public Servers(URI url, int clients) {
        this.url = url;
        this.clients = clients;
    }

    /** @throws NoServer if there is none */
    public Server open(Implementation implementation) throws InterruptedException {
        if (url != null) {
            return new RemoteServer(url);
        }
        return switch (implementation) {
            case PUSH_LAB ->
                LaunchedServer.start(
                        description(),
                        PUSH_LAB,
                        List.of(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--pushlab.workload.enabled=false",
                                "--pushlab.fault.enabled=false",
                                "--pushlab.webhook.webhooks=" + clients));
            case TEXTBOOK -> LaunchedServer.start("the textbook's server", TEXTBOOK, List.of("--server.port=0"));
            case BARE -> LaunchedServer.start("the bare server", BARE, List.of());
        };
    }

    /** What is measured, for a report's head. */
    public String description() {
        return url != null ? url.toString() : "Push Lab " + version() + ", a process of its own for every run";
    }

    private static String version() {
        var build = new Properties();
        try (var bytes = Servers.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (bytes != null) {
                build.load(bytes);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return build.getProperty("build.version", "(unpackaged)");
    }
}
