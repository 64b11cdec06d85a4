package dev.pushlab.bench.report;

import java.util.ArrayList;
import java.util.List;

/** Where a value lies between the two ends of an axis. */
interface Scale {

    /** From 0 to 1. */
    double at(double value);

    /** Round values within the scale. */
    List<Double> ticks();

    /** From zero. */
    record Linear(double max) implements Scale {

        private static final int STEPS = 4;

        @Override
        public double at(double value) {
            return max <= 0 ? 0 : Math.min(1, Math.max(0, value / max));
        }

        @Override
        public List<Double> ticks() {
            var ticks = new ArrayList<Double>();
            double step = step();
            for (int i = 0; i * step <= max && i <= 2 * STEPS; i++) {
                ticks.add(i * step);
            }
            return ticks;
        }

        /** 1, 2 or 5 times a power of ten. */
        private double step() {
            double rough = max / STEPS;
            double power = rough > 0 ? Math.pow(10, Math.floor(Math.log10(rough))) : 1;
            double digits = rough / power;
            return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
        }
    }

    /** By powers of ten. */
    record Logarithmic(int lowest, int highest) implements Scale {

        /** The decades that hold both values, which are positive. */
        static Logarithmic over(double min, double max) {
            int lowest = (int) Math.floor(Math.log10(min));
            return new Logarithmic(lowest, Math.max(lowest + 1, (int) Math.ceil(Math.log10(max))));
        }

        @Override
        public double at(double value) {
            double place = (Math.log10(Math.max(value, Double.MIN_NORMAL)) - lowest) / (highest - lowest);
            return Math.min(1, Math.max(0, place));
        }

        @Override
        public List<Double> ticks() {
            var ticks = new ArrayList<Double>();
            for (int power = lowest; power <= highest; power++) {
                ticks.add(Math.pow(10, power));
            }
            return ticks;
        }
    }
}
