package dev.pushlab.bench;

import dev.pushlab.bench.client.Client;
import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Counters;
import dev.pushlab.bench.client.Listener;
import dev.pushlab.bench.client.Reconnecting;
import dev.pushlab.bench.client.Subscription;
import dev.pushlab.bench.client.Target;
import dev.pushlab.log.Gap;
import dev.pushlab.log.Position;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Puts a running server under the load of many clients of several strategies at once, and shows what each client is
 * owed: run by hand.
 *
 * <pre>{@code
 * mvn -q package -DskipTests
 * java -jar target/push-lab.jar &
 * java -cp target/push-lab.jar -Dloader.path=target/test-classes -Dloader.main=dev.pushlab.bench.LoadProgram \
 *     org.springframework.boot.loader.launch.PropertiesLauncher \
 *     url=http://127.0.0.1:8080 rate=20 seconds=10 sse=1000 stomp=1000 long-polling=1000
 * }</pre>
 *
 * <p>With {@code drops=n}, the network fails each client so many times, and it comes back from its last position.
 *
 * <p>It stops the server's own workload and leaves it stopped. Exit code 1 if any event was lost without a gap that
 * explains it, came twice or out of order; 2 if the load couldn't be set up.
 */
public final class LoadProgram {

    private static final int CONNECT_SECONDS = 120;
    private static final int DRAIN_SECONDS = 20;
    private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService network = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, String> settings = new LinkedHashMap<>(
            Map.of("url", "http://127.0.0.1:8080", "rate", "20", "seconds", "10", "size", "100", "drops", "0"));
    private final Map<Client, Integer> counts = new LinkedHashMap<>();

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(new LoadProgram(arguments).run());
    }

    private LoadProgram(String[] arguments) {
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            if (settings.containsKey(pair[0])) {
                settings.put(pair[0], pair[1]);
            } else {
                counts.put(Clients.named(pair[0]), Integer.parseInt(pair[1]));
            }
        }
        if (counts.isEmpty()) {
            List.of("sse", "stomp", "long-polling").forEach(id -> counts.put(Clients.named(id), 1_000));
        }
    }

    private int run() throws IOException, InterruptedException {
        request("DELETE", "/api/workload", "");
        int events = (int) (Double.parseDouble(settings.get("rate")) * Double.parseDouble(settings.get("seconds")));
        long start = System.nanoTime();
        var readers = connect(events);
        if (readers.stream().anyMatch(reader -> !reader.opened)) {
            readers.stream().filter(reader -> !reader.opened).limit(10).forEach(System.out::println);
            return 2;
        }
        System.out.printf("%,d clients connected in %.1f s%n", readers.size(), (System.nanoTime() - start) / 1e9);
        long cpu = cpuNanos();
        drop(readers);
        var published = publish(events);
        await(
                DRAIN_SECONDS,
                readers,
                reader -> reader.ledger.line(published.last()).lost() == 0);
        System.out.printf(
                "%,d events published in %.1f s, the latest %.1f ms after it was due; CPU of the clients: %.1f s%n",
                events, published.tookNanos() / 1e9, published.latestNanos() / 1e6, (cpuNanos() - cpu) / 1e9);
        boolean clean = report(readers, published);
        readers.forEach(reader -> reader.subscription.close());
        await(5, readers, reader -> reader.ended != null);
        return clean ? 0 : 1;
    }

    private List<Reader> connect(int events) {
        var target = Target.of(settings.get("url"));
        var readers = new ArrayList<Reader>();
        counts.forEach((client, count) -> {
            for (int i = 0; i < count; i++) {
                readers.add(new Reader(client, events, target, drops() > 0));
            }
        });
        await(CONNECT_SECONDS, readers, reader -> reader.opened || reader.ended != null);
        return readers;
    }

    private int drops() {
        return Integer.parseInt(settings.get("drops"));
    }

    /** Spreads each reader's failures over the run. */
    private void drop(List<Reader> readers) {
        long runMs = (long) (1_000 * Double.parseDouble(settings.get("seconds")));
        for (var reader : readers) {
            for (int i = 0; i < drops(); i++) {
                network.schedule(
                        ((Reconnecting) reader.subscription)::drop,
                        ThreadLocalRandom.current().nextLong(runMs),
                        TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Open loop: an answer that comes late delays the following requests, but not the time when they were due. */
    private Published publish(int events) throws IOException, InterruptedException {
        long interval = (long) (1e9 / Double.parseDouble(settings.get("rate")));
        String body = "{\"type\":\"load\",\"data\":\"" + "x".repeat(Integer.parseInt(settings.get("size"))) + "\"}";
        long start = System.nanoTime() + interval;
        long[] dues = new long[events];
        long latest = 0;
        Position first = null;
        Position last = null;
        for (int i = 0; i < events; i++) {
            dues[i] = start + i * interval;
            while (System.nanoTime() < dues[i]) {
                LockSupport.parkNanos(dues[i] - System.nanoTime());
            }
            latest = Math.max(latest, System.nanoTime() - dues[i]);
            last = Position.parse(id(request("POST", "/api/events", body)));
            first = first == null ? last : first;
            if (last.offset() != first.offset() + i) {
                throw new IOException("somebody else publishes: " + last + " follows " + i + " after " + first);
            }
        }
        return new Published(first, last, dues, System.nanoTime() - start, latest);
    }

    private boolean report(List<Reader> readers, Published published) {
        System.out.printf(
                "%-22s %7s %10s %10s %6s %10s %9s %8s %8s %8s %9s%n",
                "client",
                "count",
                "expected",
                "received",
                "lost",
                "duplicated",
                "reordered",
                "p50 ms",
                "p99 ms",
                "max ms",
                "bytes in");
        boolean clean = true;
        for (var client : counts.keySet()) {
            var own = readers.stream().filter(reader -> reader.client == client).toList();
            var line = own.stream()
                    .map(reader -> reader.ledger.line(published.last()))
                    .reduce(Ledger.Line.NONE, Ledger.Line::plus);
            long[] latencies = own.stream()
                    .flatMapToLong(reader -> reader.latencies(published))
                    .sorted()
                    .toArray();
            var wire =
                    own.stream().map(reader -> reader.subscription.counters()).reduce(Counters.NONE, Counters::plus);
            System.out.printf(
                    "%-22s %7d %10d %10d %6d %10d %9d %8.1f %8.1f %8.1f %9d%n",
                    client.id(),
                    own.size(),
                    line.expected(),
                    line.received(),
                    line.lost(),
                    line.duplicated(),
                    line.reordered(),
                    percentile(latencies, 0.5),
                    percentile(latencies, 0.99),
                    percentile(latencies, 1),
                    wire.bytesIn());
            own.stream().filter(reader -> reader.ended != null).limit(5).forEach(System.out::println);
            clean &= line.clean() && line.expected() >= (long) own.size() * published.dues().length;
        }
        System.out.println(clean ? "clean" : "NOT CLEAN");
        return clean;
    }

    private String request(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(settings.get("url") + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(
                    method + " " + path + " was answered " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static String id(String event) throws IOException {
        Matcher matcher = ID.matcher(event);
        if (!matcher.find()) {
            throw new IOException("no event: " + event);
        }
        return matcher.group(1);
    }

    private static double percentile(long[] sortedNanos, double share) {
        int index = (int) Math.ceil(share * sortedNanos.length) - 1;
        return sortedNanos.length == 0 ? Double.NaN : sortedNanos[Math.max(0, index)] / 1e6;
    }

    private static void await(int seconds, List<Reader> readers, java.util.function.Predicate<Reader> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end && !readers.stream().allMatch(condition)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static long cpuNanos() {
        var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
    }

    /** What has been published: from which position to which, and when each event was due. */
    private record Published(Position first, Position last, long[] dues, long tookNanos, long latestNanos) {}

    /** One client with its ledger and the time when each event arrived. */
    private static final class Reader implements Listener {

        private final Client client;
        private final Ledger ledger = new Ledger();
        private final long[] arrivals;
        private final Subscription subscription;
        private long base;
        private String refusal = "";
        private volatile boolean opened;
        private volatile String ended;

        Reader(Client client, int events, Target target, boolean reconnecting) {
            this.client = client;
            arrivals = new long[events];
            subscription = reconnecting
                    ? Reconnecting.subscribe(client, target, "latest", this)
                    : client.subscribe(target, "latest", this);
        }

        LongStream latencies(Published published) {
            int shift = (int) (published.first().offset() - base - 1);
            return LongStream.range(0, published.dues().length)
                    .filter(i -> i + shift < arrivals.length && arrivals[(int) i + shift] != 0)
                    .map(i -> arrivals[(int) i + shift] - published.dues()[(int) i]);
        }

        @Override
        public void opened(String next, long heartbeatMs) {
            ledger.opened(next);
            if (!opened) {
                base = Position.parse(next).offset();
                opened = true;
            }
        }

        @Override
        public void event(String epoch, long offset, long dueAt, ByteBuf json) {
            ledger.received(epoch, offset);
            long index = offset - base - 1;
            if (index >= 0 && index < arrivals.length && arrivals[(int) index] == 0) {
                arrivals[(int) index] = System.nanoTime();
            }
        }

        @Override
        public void gap(Gap gap) {
            ledger.gap(gap);
        }

        @Override
        public void refused(int status, String problem, java.time.Duration retryAfter) {
            refusal = status + " " + problem + ", retry after " + retryAfter;
        }

        @Override
        public void closed(int code, String reason, Throwable cause) {
            ended = code + " " + reason + (cause == null ? "" : " " + cause) + " " + refusal;
        }

        @Override
        public String toString() {
            return client.id() + (opened ? " opened" : " not opened") + (ended == null ? "" : ", ended: " + ended);
        }
    }
}
