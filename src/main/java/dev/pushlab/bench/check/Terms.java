package dev.pushlab.bench.check;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * What to check.
 *
 * @param quiet how long connections are left alone, zero for not at all
 * @param timeout how long anything else may take
 * @param strategies the ids of the clients to try, empty for all that the server offers
 */
record Terms(URI url, Duration quiet, Duration timeout, Set<String> strategies) {}
