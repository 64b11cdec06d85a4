package dev.pushlab.bench.check;

/**
 * What has become of one promise.
 *
 * @param expected {@code null} where the promise is not applicable
 * @param seen what came instead of it or as proof of it; the reason where the promise is not applicable
 * @param millis how long it took to find out
 */
record Finding(Promise promise, Verdict verdict, String expected, String seen, long millis) {}
