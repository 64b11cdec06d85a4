package dev.pushlab.bench.check;

/** Comes with a position that is none. */
final class BadPositionScenario implements Scenario {

    private static final String PROBLEM = "invalid-position";

    @Override
    public void play(Subject subject) throws InterruptedException {
        try (var reader = subject.read("yesterday")) {
            subject.findings().check(Promise.BAD_POSITION, "400, " + PROBLEM, () -> {
                var heard = reader.heard();
                heard.await(subject.timeout(), heard::hasEnded);
                if (heard.refusedStatus() != 400 || !heard.problem().contains(PROBLEM)) {
                    throw new Broken(heard.endOr("no refusal for " + Words.time(subject.timeout())));
                }
                return "400, " + PROBLEM;
            });
        }
    }
}
