package dev.pushlab.bench.crossover;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Puts amounts into few words. */
final class Words {

    private static final int HOUR = 3_600;
    private static final int MINUTE = 60;

    private Words() {}

    /** Two digits, written out. */
    static String number(double value) {
        return number(value, 2);
    }

    static String number(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        var rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        return whole((rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString());
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
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
        if (seconds < 1) {
            return number(seconds * 1_000) + " ms";
        }
        return seconds < MINUTE ? number(seconds) + " s" : number(seconds / MINUTE) + " min";
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
        return scaled(perSecond, "B/s");
    }

    /** @param perSecond {@code null} if not known */
    static String requests(Double perSecond) {
        return perSecond == null ? "?" : perSecond < 0.1 ? "0/s" : number(perSecond) + "/s";
    }

    private static String scaled(Double value, String unit) {
        if (value == null) {
            return "?";
        }
        if (value < 1_000) {
            return number(value) + " " + unit;
        }
        return value < 1e6
                ? number(value / 1e3) + " K" + unit
                : value < 1e9 ? number(value / 1e6) + " M" + unit : number(value / 1e9) + " G" + unit;
    }

    private static String whole(String digits) {
        return digits.length() > 3 && !digits.contains(".") ? count(Long.parseLong(digits)) : digits;
    }
}
