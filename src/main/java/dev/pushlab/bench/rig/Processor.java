package dev.pushlab.bench.rig;

import java.lang.management.ManagementFactory;

/** The processors of the machine that the clients run on, and what this process has used of them. */
public interface Processor {

    /** This machine's. */
    Processor SYSTEM = new Processor() {

        @Override
        public double cpuNanos() {
            var system = ManagementFactory.getOperatingSystemMXBean();
            return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
        }

        @Override
        public int cores() {
            return Runtime.getRuntime().availableProcessors();
        }
    };

    /** CPU time of this process so far. */
    double cpuNanos();

    int cores();
}
