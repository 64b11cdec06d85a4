package dev.pushlab.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Runs another main class and answers for it: what it uses, told on the standard error stream for each line on the
 * standard input, and its end when that input ends, so that no server outlives its bench.
 */
public final class Leash {

    static final String USAGE = "usage";
    static final String SETTLE = "settle";
    static final String MARK = "leash:";
    private static final int COLLECTIONS = 4;

    private Leash() {}

    /** @param args the main class, then its arguments */
    public static void main(String[] args) throws ReflectiveOperationException {
        var thread = new Thread(Leash::answer, "leash");
        thread.setDaemon(true);
        thread.start();
        var main = Class.forName(args[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            System.err.println(e.getCause());
            System.exit(1);
        }
    }

    private static void answer() {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        try {
            String line;
            while ((line = input.readLine()) != null) {
                System.err.println(MARK + (line.equals(SETTLE) ? settledMemory() : usage()));
            }
        } catch (IOException e) {
            // as good as the end
        }
        System.exit(0);
    }

    private static String usage() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] ids = threads.getAllThreadIds();
        long allocated = Arrays.stream(threads.getThreadAllocatedBytes(ids))
                .filter(bytes -> bytes > 0)
                .sum();
        return system.getProcessCpuTime() + " " + CompilerThreads.cpuNanos() + " " + allocated + " " + ids.length;
    }

    /** The least of several looks: cleaners let go after a collection, and requests under way are garbage soon. */
    private static long settledMemory() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            least = Math.min(least, memory());
        }
        return least;
    }

    private static long memory() {
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + direct;
    }
}
