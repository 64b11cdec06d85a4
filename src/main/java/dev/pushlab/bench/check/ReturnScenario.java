package dev.pushlab.bench.check;

import tools.jackson.databind.json.JsonMapper;

/** Comes back after the last position, minds only its own topic, and publishes over the connection that it reads by. */
final class ReturnScenario implements Scenario {

    private static final int MISSED = 3;
    private static final String REF = "check-1";

    @Override
    public void play(Subject subject) throws InterruptedException {
        var published = subject.topic().published();
        String position = published.get(published.size() - 1).id();
        for (int i = 0; i < MISSED; i++) {
            subject.topic().publish("\"missed\"");
        }
        try (var reader = subject.read(position)) {
            resumes(subject, reader.heard(), position);
            staysInItsTopic(subject, reader.heard(), position);
            publishes(subject, reader);
        }
    }

    private static void resumes(Subject subject, Transcript heard, String position) throws InterruptedException {
        String expected = "ready at " + position + ", then the " + MISSED + " events behind it";
        subject.findings().check(Promise.RESUMES, expected, () -> {
            if (!heard.awaitEvents(subject.timeout(), MISSED)) {
                throw new Broken(heard.events().size() + " events, " + heard.endOr("then nothing"));
            }
            if (!position.equals(heard.openedAt())) {
                throw new Broken("ready at " + heard.openedAt());
            }
            Comparison.mustEqual(subject.topic().after(position), heard.events());
            return MISSED + " events after " + Words.time(heard.sinceBegin());
        });
    }

    private static void staysInItsTopic(Subject subject, Transcript heard, String position)
            throws InterruptedException {
        subject.findings().check(Promise.TOPICS_APART, "its own topic's event only, of one in each of two", () -> {
            subject.other().publish("\"not for you\"");
            var mine = subject.topic().publish("\"for you\"");
            heard.awaitEvent(subject.timeout(), mine.id());
            Comparison.mustEqual(subject.topic().after(position), heard.events());
            return "its own";
        });
    }

    private static void publishes(Subject subject, Reader reader) throws InterruptedException {
        if (!subject.client().twoWay()) {
            subject.findings().notApplicable(Promise.PUBLISH_ANSWERED, "one direction only");
            return;
        }
        subject.findings()
                .check(Promise.PUBLISH_ANSWERED, "accepted, with the position of the event that comes", () -> {
                    var heard = reader.heard();
                    long begun = System.nanoTime();
                    reader.subscription()
                            .publish("{\"ref\":\"" + REF + "\",\"type\":\"check\",\"data\":\"by myself\"}");
                    if (!heard.await(
                            subject.timeout(), () -> !heard.controls("accepted").isEmpty())) {
                        throw new Broken(heard.endOr("no answer; " + String.join(", ", heard.controls("rejected"))));
                    }
                    String taken = Words.time(System.nanoTime() - begun);
                    var accepted = JsonMapper.shared()
                            .readTree(heard.controls("accepted").get(0));
                    String id = accepted.path("id").asString("");
                    subject.topic().add(new Published(id, null));
                    boolean mine = REF.equals(accepted.path("ref").asString(""));
                    if (!mine || !heard.awaitEvent(subject.timeout(), id)) {
                        throw new Broken(accepted + ", " + heard.endOr("and no such event"));
                    }
                    return "accepted after " + taken;
                });
    }
}
