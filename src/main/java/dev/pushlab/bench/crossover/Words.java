package dev.pushlab.bench.crossover;

import dev.pushlab.bench.writing.Numbers;

/** Puts amounts into few words. */
final class Words {

    private static final int HOUR = 3_600;
    private static final int MINUTE = 60;

    private Words() {}

    /** Two digits. */
    static String number(double value) {
        return Numbers.rounded(value, 2);
    }

    static String percent(double share) {
        return share >= 10
                ? "more than 1,000 %"
                : number(share < 0.1 ? Math.round(share * 1_000) / 10.0 : Math.round(share * 100)) + " %";
    }

    static String rate(double perSecond) {
        if (perSecond == 0) {
            return "0/s";
        }
        if (perSecond * MINUTE < 0.99) {
            return number(perSecond * HOUR) + "/h";
        }
        return perSecond < 0.099 ? number(perSecond * MINUTE) + "/min" : number(perSecond) + "/s";
    }

    static String time(double seconds) {
        return Numbers.time(Math.round(seconds * 1_000));
    }

    /** @param cores {@code null} if not known */
    static String cores(Double cores) {
        if (cores == null) {
            return "?";
        }
        return (cores < 0.001 ? "< 0.001" : number(cores)) + " cores";
    }

    /** @param perSecond {@code null} if not known */
    static String bytes(Double perSecond) {
        if (perSecond == null) {
            return "?";
        }
        if (perSecond < 1e6) {
            return perSecond < 1e3 ? number(perSecond) + " B/s" : number(perSecond / 1e3) + " KB/s";
        }
        return perSecond < 1e9 ? number(perSecond / 1e6) + " MB/s" : number(perSecond / 1e9) + " GB/s";
    }

    /** @param perSecond {@code null} if not known */
    static String requests(Double perSecond) {
        return perSecond == null ? "?" : perSecond < 0.1 ? "0/s" : number(perSecond) + "/s";
    }
}
