package dev.pushlab.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The CPU time of this JVM's just-in-time compiler, which a server that has run for an hour needs no more.
 *
 * <p>Its threads are hidden from the management beans, but Linux tells what each thread has used: the first number of
 * {@code /proc/self/task/<id>/schedstat}, in nanoseconds.
 */
final class CompilerThreads {

    private static final Path TASKS = Path.of("/proc/self/task");

    private CompilerThreads() {}

    /** Nanoseconds so far; {@code NaN} where the system doesn't tell. */
    static double cpuNanos() {
        double sum = 0;
        try (var tasks = Files.newDirectoryStream(TASKS)) {
            for (var task : tasks) {
                sum += compiles(task) ? cpuNanos(task) : 0;
            }
            return sum;
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    private static boolean compiles(Path task) throws IOException {
        String name = Files.readString(task.resolve("comm"));
        return name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler");
    }

    private static double cpuNanos(Path task) throws IOException {
        String statistics = Files.readString(task.resolve("schedstat"));
        return Double.parseDouble(statistics.substring(0, statistics.indexOf(' ')));
    }
}
