package dev.pushlab.bench.crossover;

import dev.pushlab.bench.writing.Numbers;
import java.util.stream.Collectors;

/** Names what stands in a cell. */
final class Labels {

    /** Stands before the cheapest where others can't be told from it. */
    static final String TIED = "≈ ";

    private Labels() {}

    static String winner(Cell cell) {
        if (cell.decided()) {
            return cell.cheapest();
        }
        return allAlike(cell) ? "all alike" : TIED + cell.cheapest();
    }

    /** Whether it makes no difference whom one takes. */
    static boolean allAlike(Cell cell) {
        return !cell.decided() && cell.tied().size() == cell.offers().size();
    }

    static String cores(Cell cell) {
        return (cell.fits() ? "" : "needs ") + Words.cores(cell.cost().cpuCores());
    }

    static String second(Cell cell) {
        return cell.offers().size() < 2 ? "" : cell.offers().get(1).strategy();
    }

    static String dearer(Cell cell) {
        if (cell.dearer() == null) {
            return "";
        }
        return Words.number(cell.dearer()) + " ×";
    }

    /** Whose costs can't be told from the cheapest's. */
    static String alike(Cell cell) {
        return cell.tied().stream()
                .filter(strategy -> !strategy.equals(cell.cheapest()))
                .collect(Collectors.joining(", "));
    }

    /** All of it, in a sentence. */
    static String sentence(Cell cell) {
        return Numbers.of(cell.clients()) + " clients, " + Words.rate(cell.rate()) + ", at most "
                + Words.time(cell.staleness()) + " late: " + winner(cell) + ", " + cores(cell) + ", "
                + Words.bytes(cell.cost().bytesPerSecond()) + ", "
                + Words.requests(cell.cost().requestsPerSecond()) + " requests; then " + second(cell) + ", "
                + dearer(cell) + (cell.decided() ? "" : "; not told apart from " + alike(cell))
                + (cell.extrapolated() ? "; beyond what was measured" : "");
    }
}
