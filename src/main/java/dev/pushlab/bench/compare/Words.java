package dev.pushlab.bench.compare;

import dev.pushlab.bench.writing.Numbers;

/** Puts findings into words. */
final class Words {

    /** Beyond these ratios a percentage is hard to read. */
    private static final double LOW = 0.1;

    private static final double HIGH = 2;

    private Words() {}

    static String of(Finding finding) {
        var effect = finding.effect();
        return switch (finding.verdict()) {
            case TOO_FEW, NO_DIFFERENCE ->
                finding.verdict().id() + (effect == null ? "" : " [" + span(effect, finding.unit()) + "]");
            case BETTER, WORSE ->
                shown(effect, finding.unit()) + ", " + finding.verdict().id();
        };
    }

    private static String number(double value) {
        return Numbers.rounded(value, 3);
    }

    private static String shown(Effect effect, String unit) {
        double centre = effect.centre();
        if (effect.scale() == Effect.Scale.DIFFERENCE) {
            double sign = effect.lower() ? -1 : 1;
            return direction(effect) + number(sign * centre) + unit(unit) + " ["
                    + ends(sign * effect.low(), sign * effect.high()) + unit(unit) + "]";
        }
        if (effect.low() < LOW || effect.high() > HIGH) {
            return "B is " + number(centre) + " times A [" + ends(effect.low(), effect.high()) + "]";
        }
        double sign = effect.lower() ? -100 : 100;
        return direction(effect) + percent(sign * (centre - 1)) + " % ["
                + range(percent(sign * (effect.low() - 1)), percent(sign * (effect.high() - 1)), effect.lower())
                + " %]";
    }

    /** What the difference might still be where none is shown. */
    private static String span(Effect effect, String unit) {
        return effect.scale() == Effect.Scale.DIFFERENCE
                ? signed(number(effect.low())) + " to " + signed(number(effect.high())) + unit(unit)
                : signed(percent(100 * (effect.low() - 1))) + " to " + signed(percent(100 * (effect.high() - 1)))
                        + " %";
    }

    private static String direction(Effect effect) {
        return effect.lower() ? "B is lower by " : "B is higher by ";
    }

    private static String ends(double one, double other) {
        return range(number(one), number(other), one > other);
    }

    private static String range(String one, String other, boolean turned) {
        return turned ? other + "–" + one : one + "–" + other;
    }

    private static String percent(double value) {
        return number(Math.abs(value) < 10 ? Math.round(value * 10) / 10.0 : Math.round(value));
    }

    private static String signed(String number) {
        return number.startsWith("-") ? "−" + number.substring(1) : "+" + number;
    }

    private static String unit(String symbol) {
        return symbol.isEmpty() ? "" : " " + symbol;
    }
}
