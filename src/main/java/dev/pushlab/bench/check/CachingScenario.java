package dev.pushlab.bench.check;

import java.net.http.HttpResponse;

/** Asks the same address before and after something has happened, with and without the entity tag. */
final class CachingScenario implements Scenario {

    @Override
    public void play(Subject subject) throws InterruptedException {
        var findings = subject.findings();
        if (subject.client().callsBack()) {
            findings.notApplicable(Promise.NOT_CACHED, "a delivery is no answer");
            findings.notApplicable(Promise.CONDITIONAL, "a delivery is no answer");
            return;
        }
        if (subject.streams()) {
            findings.notApplicable(Promise.NOT_CACHED, "a stream has no answer to be kept");
            findings.notApplicable(Promise.CONDITIONAL, "a stream has no entity tag");
            return;
        }
        findings.check(Promise.NOT_CACHED, "an old address with the new event, twice", () -> notCached(subject));
        findings.check(Promise.CONDITIONAL, "304, then 200 with the new event", () -> conditional(subject));
    }

    private static String notCached(Subject subject) throws InterruptedException {
        String path = path(subject);
        for (int i = 0; i < 2; i++) {
            ask(subject, path);
            var event = subject.topic().publish("\"new\"");
            var answer = ask(subject, path);
            if (!answer.body().contains("\"" + event.id() + "\"")) {
                throw new Broken(
                        "an old answer (" + answer.statusCode() + traces(answer) + "): kept by something in between");
            }
        }
        return "new answers";
    }

    private static String conditional(Subject subject) throws InterruptedException {
        String path = path(subject);
        String tag = ask(subject, path)
                .headers()
                .firstValue("ETag")
                .orElseThrow(() -> new Unsuited("its answers carry no entity tag"));
        var nothingNew = ask(subject, path, "If-None-Match", tag);
        if (nothingNew.statusCode() != 304) {
            throw new Broken(nothingNew.statusCode() + traces(nothingNew) + " instead of 304, though nothing is new");
        }
        var event = subject.topic().publish("\"new\"");
        var answer = ask(subject, path, "If-None-Match", tag);
        if (answer.statusCode() != 200 || !answer.body().contains("\"" + event.id() + "\"")) {
            throw new Broken(answer.statusCode() + traces(answer) + " without the new event");
        }
        return "304, then 200";
    }

    /** What comes after the last event, without waiting for it. */
    private static String path(Subject subject) {
        var published = subject.topic().published();
        return "/api/" + subject.client().strategy() + "?topic="
                + subject.topic().name() + "&wait=0s&after="
                + published.get(published.size() - 1).id();
    }

    private static HttpResponse<String> ask(Subject subject, String path, String... headers)
            throws InterruptedException {
        var answer = subject.server().get(path, headers);
        if (answer.statusCode() / 100 > 3) {
            throw new Broken(answer.statusCode() + Words.problem(answer.body()));
        }
        return answer;
    }

    /** What caches say about themselves. */
    private static String traces(HttpResponse<String> answer) {
        return answer.headers().map().entrySet().stream()
                .filter(header -> header.getKey().matches("(?i)age|x-cache.*|cache-status|cf-cache-status"))
                .map(header -> ", " + header.getKey() + ": " + String.join(",", header.getValue()))
                .reduce("", String::concat);
    }
}
