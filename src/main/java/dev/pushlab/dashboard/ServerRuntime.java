package dev.pushlab.dashboard;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.util.List;
import java.util.Map;
import org.springframework.util.StringUtils;

/** What the measured numbers were measured on, read while it runs. */
record ServerRuntime(String jvm, String container, String collector, boolean virtualThreads, int processors) {

    /** The first word of a collector's management beans, and what people call it. */
    private static final Map<String, String> COLLECTORS =
            Map.of("PS", "Parallel", "Copy", "Serial", "MarkSweepCompact", "Serial", "ConcurrentMarkSweep", "CMS");

    /** To be called while a request is served: it looks at the thread that it runs on. */
    static ServerRuntime of(String serverInfo) {
        return new ServerRuntime(
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                container(serverInfo),
                collector(ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(MemoryManagerMXBean::getName)
                        .toList()),
                isVirtual(Thread.currentThread()),
                Runtime.getRuntime().availableProcessors());
    }

    /** Makes {@code jetty/12.1.12} readable. */
    static String container(String serverInfo) {
        return StringUtils.capitalize(serverInfo.replace('/', ' '));
    }

    static String collector(List<String> beans) {
        var first = beans.isEmpty() ? "?" : beans.get(0).split(" ")[0];
        return COLLECTORS.getOrDefault(first, first);
    }

    /** Java 17 has no {@code Thread.isVirtual}. */
    private static boolean isVirtual(Thread thread) {
        try {
            return (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
