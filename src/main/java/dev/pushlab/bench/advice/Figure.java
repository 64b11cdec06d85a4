package dev.pushlab.bench.advice;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A number and where it comes from.
 *
 * @param error by which share it may be off, {@code null} where that is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(double value, Source source, Double error) {

    static Figure measured(double value) {
        return new Figure(value, Source.MEASURED, null);
    }

    /** @return {@code null} where the model doesn't know */
    static Figure model(Double perUnit, double factor, Double error) {
        return perUnit == null ? null : new Figure(perUnit * factor, Source.MODEL, error);
    }

    double doubt() {
        return error == null ? 0 : error;
    }
}
