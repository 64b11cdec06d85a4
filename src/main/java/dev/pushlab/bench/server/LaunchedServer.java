package dev.pushlab.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A server in a process of its own, on a free port of this machine; it ends with the bench, whatever ends that. */
public final class LaunchedServer implements Server {

    private static final Pattern PORT = Pattern.compile("started on port (\\d+)");
    private static final int START_SECONDS = 60;
    private static final int ANSWER_SECONDS = 60;
    private static final int STOP_SECONDS = 5;
    private static final int LAST_LINES = 20;

    private final Process process;
    private final PrintWriter leash;
    private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(16);
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Thread out;
    private final Thread err;
    private final String description;

    /**
     * Starts a server with this process's class path and JVM, and waits until it listens.
     *
     * @param description what it is
     * @param mainClass prints {@code started on port N}
     * @throws NoServer if it ends, or doesn't listen within a minute
     */
    public static LaunchedServer start(String description, String mainClass, List<String> arguments)
            throws InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Leash.class.getName(),
                mainClass));
        command.addAll(arguments);
        try {
            var server = new LaunchedServer(description, new ProcessBuilder(command).start());
            server.awaitPort();
            return server;
        } catch (IOException e) {
            throw new NoServer("the server's process can't be started: " + e.getMessage(), e);
        }
    }

    private LaunchedServer(String description, Process process) {
        this.description = description;
        this.process = process;
        leash = new PrintWriter(process.outputWriter(StandardCharsets.US_ASCII), true);
        out = follow("pushlab-server-out", process.inputReader(StandardCharsets.UTF_8), this::printed);
        err = follow("pushlab-server-err", process.errorReader(StandardCharsets.UTF_8), this::answered);
        process.onExit().thenRun(() -> port.completeExceptionally(new IllegalStateException("ended")));
    }

    private void awaitPort() throws InterruptedException {
        try {
            port.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            out.join();
            err.join();
            throw new NoServer("the server did not start: " + lastLines(), e);
        }
    }

    @Override
    public URI url() {
        return URI.create("http://127.0.0.1:" + port.join());
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Usage usage() {
        String[] numbers = ask(Leash.USAGE).split(" ");
        return new Usage(
                Double.parseDouble(numbers[0]),
                Double.parseDouble(numbers[1]),
                Double.parseDouble(numbers[2]),
                Double.parseDouble(numbers[3]));
    }

    @Override
    public double settledMemory() {
        return Double.parseDouble(ask(Leash.SETTLE));
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public void close() {
        leash.close();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized String ask(String question) {
        answers.clear();
        leash.println(question);
        try {
            String answer = answers.poll(ANSWER_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new NoServer("the server does not answer any more: " + lastLines());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoServer("interrupted", e);
        }
    }

    private void printed(String line) {
        remember(line);
        var matcher = PORT.matcher(line);
        if (matcher.find()) {
            port.complete(Integer.valueOf(matcher.group(1)));
        }
    }

    private void answered(String line) {
        if (line.startsWith(Leash.MARK)) {
            answers.offer(line.substring(Leash.MARK.length()));
        } else {
            remember(line);
        }
    }

    private void remember(String line) {
        synchronized (lastLines) {
            lastLines.addLast(line);
            if (lastLines.size() > LAST_LINES) {
                lastLines.removeFirst();
            }
        }
    }

    private String lastLines() {
        synchronized (lastLines) {
            return String.join(System.lineSeparator(), lastLines);
        }
    }

    private static Thread follow(String name, BufferedReader lines, Consumer<String> taker) {
        var thread = new Thread(
                () -> {
                    try (lines) {
                        lines.lines().forEach(taker);
                    } catch (IOException | UncheckedIOException e) {
                        // its process is over
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
