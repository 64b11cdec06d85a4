package dev.pushlab.bench.server;

import java.net.URI;
import java.util.regex.Pattern;

/** A server that somebody else runs, through whatever stands in between; it tells what it uses by its actuator. */
public final class RemoteServer implements Server {

    private final URI url;
    private final Http http;

    /** @throws NoServer if no Push Lab answers there */
    public RemoteServer(URI url) {
        this.url = url;
        http = new Http(url);
        String strategies = http.get("/api/strategies");
        if (strategies == null || !strategies.contains("\"polling\"")) {
            throw new NoServer(url + " doesn't answer as a Push Lab does");
        }
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public String description() {
        return url.toString();
    }

    @Override
    public Usage usage() {
        String metrics = http.get("/actuator/prometheus");
        return metrics == null
                ? Usage.UNKNOWN
                : new Usage(
                        metric(metrics, "process_cpu_time_ns_total"),
                        Double.NaN,
                        Double.NaN,
                        metric(metrics, "jvm_threads_live_threads"));
    }

    /** Nobody may ask a server of somebody else's for a collection. */
    @Override
    public double settledMemory() {
        return Double.NaN;
    }

    @Override
    public boolean local() {
        return false;
    }

    @Override
    public void close() {}

    private static double metric(String metrics, String name) {
        var matcher = Pattern.compile("^" + name + "(?:\\{[^}]*})? (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    }
}
