package dev.pushlab.bench.crossover;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds coefficients that are not negative and predict with the least sum of squared relative errors.
 *
 * <p>Tries every subset of the columns and keeps the best that has no negative coefficient: with a handful of columns
 * that is exact, and simpler than any iteration.
 */
final class LeastSquares {

    /** A pivot this small, columns having the length 1, means that they depend on each other. */
    private static final double SINGULAR = 1e-10;

    private LeastSquares() {}

    /**
     * @param amounts a row an observation, a column a term
     * @param wanted what the rows should sum up to
     * @param scale what an error of each row is divided by, positive
     */
    static double[] fit(double[][] amounts, double[] wanted, double[] scale) {
        int columns = amounts[0].length;
        double[][] scaled = new double[amounts.length][columns];
        double[] target = new double[amounts.length];
        for (int row = 0; row < amounts.length; row++) {
            for (int column = 0; column < columns; column++) {
                scaled[row][column] = amounts[row][column] / scale[row];
            }
            target[row] = wanted[row] / scale[row];
        }
        double[] best = new double[columns];
        for (int subset = 1; subset < 1 << columns; subset++) {
            double[] coefficients = solve(scaled, target, members(subset));
            if (coefficients != null
                    && Arrays.stream(coefficients).allMatch(value -> value >= 0)
                    && error(scaled, target, coefficients) < error(scaled, target, best)) {
                best = coefficients;
            }
        }
        return best;
    }

    /** The normal equations of some columns, by Gauss and Jordan; {@code null} if the columns depend on each other. */
    private static double[] solve(double[][] rows, double[] target, int[] columns) {
        int n = columns.length;
        double[] length = new double[n];
        for (int i = 0; i < n; i++) {
            length[i] = Math.sqrt(product(rows, columns[i], columns[i]));
        }
        double[][] equations = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                equations[i][j] = product(rows, columns[i], columns[j]) / length[i] / length[j];
            }
            for (int row = 0; row < rows.length; row++) {
                equations[i][n] += rows[row][columns[i]] * target[row] / length[i];
            }
        }
        for (int pivot = 0; pivot < n; pivot++) {
            if (!(equations[pivot][pivot] > SINGULAR)) {
                return null;
            }
            for (int i = 0; i < n; i++) {
                double factor = i == pivot ? 0 : equations[i][pivot] / equations[pivot][pivot];
                for (int j = pivot; j <= n; j++) {
                    equations[i][j] -= factor * equations[pivot][j];
                }
            }
        }
        double[] coefficients = new double[rows[0].length];
        for (int i = 0; i < n; i++) {
            coefficients[columns[i]] = equations[i][n] / equations[i][i] / length[i];
        }
        return coefficients;
    }

    private static double error(double[][] rows, double[] target, double[] coefficients) {
        double sum = 0;
        for (int row = 0; row < rows.length; row++) {
            double off = -target[row];
            for (int column = 0; column < coefficients.length; column++) {
                off += rows[row][column] * coefficients[column];
            }
            sum += off * off;
        }
        return sum;
    }

    private static double product(double[][] rows, int one, int other) {
        return Arrays.stream(rows).mapToDouble(row -> row[one] * row[other]).sum();
    }

    private static int[] members(int subset) {
        return IntStream.range(0, Integer.SIZE)
                .filter(bit -> (subset >> bit & 1) == 1)
                .toArray();
    }
}
