package dev.pushlab.bench.check;

import dev.pushlab.log.Gap;

/** Comes with a position of another life of the log, as after a restart of the server. */
final class GapScenario implements Scenario {

    private static final String OF_ANOTHER_LIFE = "anotherlife:3";

    @Override
    public void play(Subject subject) throws InterruptedException {
        var held = subject.topic().published();
        try (var reader = subject.read(OF_ANOTHER_LIFE)) {
            String expected = "a gap, restarted, then the " + held.size() + " events that are held";
            subject.findings().check(Promise.GAP_TOLD, expected, () -> {
                var heard = reader.heard();
                heard.awaitEvent(subject.timeout(), held.get(held.size() - 1).id());
                var gap = heard.gap().orElseThrow(() -> new Broken(heard.endOr("no gap")));
                boolean told = gap.reason() == Gap.Reason.RESTARTED
                        && gap.requested().toString().equals(OF_ANOTHER_LIFE);
                var resumesAt = gap.resumesAt();
                if (!told) {
                    throw new Broken(gap.json());
                }
                var before = resumesAt.at(resumesAt.offset() - 1).toString();
                Comparison.mustEqual(subject.topic().after(before), heard.events());
                return "restarted, resumes at " + resumesAt;
            });
        }
    }
}
