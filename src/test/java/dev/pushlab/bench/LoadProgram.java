package dev.pushlab.bench;

import dev.pushlab.bench.client.Client;
import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Counters;
import dev.pushlab.bench.client.Reconnecting;
import dev.pushlab.bench.client.Target;
import dev.pushlab.bench.result.Ledger;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Puts a running server under the load of many clients of several strategies at once, and shows what each client is
 * owed: run by hand.
 *
 * <pre>{@code
 * mvn -q package -DskipTests
 * java -jar target/push-lab.jar &
 * java -cp target/push-lab.jar:target/test-classes dev.pushlab.bench.LoadProgram \
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

    private final ScheduledExecutorService network = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, String> settings = new LinkedHashMap<>(
            Map.of("url", "http://127.0.0.1:8080", "rate", "20", "seconds", "10", "size", "100", "drops", "0"));
    private final Map<Client, Integer> counts = new LinkedHashMap<>();

    public static void main(String[] arguments) throws InterruptedException {
        int code = 2;
        try {
            code = new LoadProgram(arguments).run();
        } catch (IOException | IllegalArgumentException | NoSuchElementException e) {
            System.err.println(e);
        }
        System.exit(code);
    }

    private LoadProgram(String[] arguments) {
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            if (pair.length < 2) {
                throw new IllegalArgumentException("'" + argument + "' has no value. Use name=value.");
            }
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
        var publisher = new LoadPublisher(settings.get("url"));
        publisher.stopWorkload();
        double rate = number("rate");
        int events = (int) (rate * number("seconds"));
        long start = System.nanoTime();
        var readers = connect(events);
        if (readers.stream().anyMatch(reader -> !reader.opened)) {
            readers.stream().filter(reader -> !reader.opened).limit(10).forEach(System.out::println);
            return 2;
        }
        System.out.printf("%,d clients connected in %.1f s%n", readers.size(), (System.nanoTime() - start) / 1e9);
        long cpu = cpuNanos();
        drop(readers);
        var published = publisher.publish(rate, (int) number("size"), events);
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

    private List<LoadClient> connect(int events) {
        var target = Target.of(settings.get("url"));
        var readers = new ArrayList<LoadClient>();
        counts.forEach((client, count) -> {
            for (int i = 0; i < count; i++) {
                readers.add(new LoadClient(client, events, target, number("drops") > 0));
            }
        });
        await(CONNECT_SECONDS, readers, reader -> reader.opened || reader.ended != null);
        return readers;
    }

    private double number(String setting) {
        return Double.parseDouble(settings.get(setting));
    }

    /** Spreads each reader's failures over the run. */
    private void drop(List<LoadClient> readers) {
        long runMs = (long) (1_000 * number("seconds"));
        for (var reader : readers) {
            for (int i = 0; i < number("drops"); i++) {
                network.schedule(
                        ((Reconnecting) reader.subscription)::drop,
                        ThreadLocalRandom.current().nextLong(runMs),
                        TimeUnit.MILLISECONDS);
            }
        }
    }

    private boolean report(List<LoadClient> readers, LoadPublisher.Published published) {
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

    private static double percentile(long[] sortedNanos, double share) {
        int index = (int) Math.ceil(share * sortedNanos.length) - 1;
        return sortedNanos.length == 0 ? Double.NaN : sortedNanos[Math.max(0, index)] / 1e6;
    }

    private static void await(int seconds, List<LoadClient> readers, Predicate<LoadClient> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end && !readers.stream().allMatch(condition)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private static long cpuNanos() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
    }
}
