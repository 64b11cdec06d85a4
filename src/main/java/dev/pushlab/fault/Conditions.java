package dev.pushlab.fault;

import java.util.List;

/**
 * What the network is like.
 *
 * @param preset its name, {@code null} if it is nobody's preset
 * @param enabled whether anything gets through at all
 */
record Conditions(String preset, boolean enabled, List<Toxic> toxics) {

    static final Conditions GOOD = new Conditions("good", true, List.of());

    /** Whether a connection could not be followed from one to the other: a toxic reads its HTTP from the first byte. */
    boolean readsHttp() {
        return toxics.stream().anyMatch(toxic -> toxic.kind().readsHttp());
    }
}
