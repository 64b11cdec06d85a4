package dev.pushlab.bench.check;

import dev.pushlab.bench.client.Client;
import dev.pushlab.bench.client.Clients;
import dev.pushlab.bench.client.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says who is checked: each client that was asked for or whose strategy is served; and who isn't, and why. */
final class Roster {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    private final Terms terms;
    private final Server server;
    private final String run;
    private final Map<String, Findings> found = new LinkedHashMap<>();
    private final List<Subject> subjects = new ArrayList<>();

    /**
     * Enrols everybody.
     *
     * @param run what the run's topics begin with
     * @param served each strategy's traits
     */
    Roster(Terms terms, Server server, String run, Map<String, Set<String>> served) throws InterruptedException {
        this.terms = terms;
        this.server = server;
        this.run = run;
        var other = new Topic(server, run + "other");
        for (var client : Clients.all()) {
            if (isAskedFor(client)) {
                enrol(client, served.get(client.strategy()), other);
            }
        }
        if (terms.strategies().isEmpty()) {
            served.keySet().forEach(this::nameThoseWithoutClient);
        }
    }

    List<Subject> subjects() {
        return subjects;
    }

    /** Whatever has been found so far, by strategy. */
    Map<String, Findings> found() {
        return found;
    }

    /** Who is called by the server has to be on the same machine, which only whoever starts the check can know. */
    private boolean isAskedFor(Client client) {
        return terms.strategies().isEmpty()
                ? !client.callsBack()
                : terms.strategies().contains(client.id());
    }

    private void enrol(Client client, Set<String> traits, Topic other) throws InterruptedException {
        var findings = new Findings();
        found.put(client.id(), findings);
        if (traits == null) {
            isNotServed(findings);
            return;
        }
        var target =
                Target.of(terms.url().toString()).withTopic(run + client.id()).withPollInterval(POLL_INTERVAL);
        // What a browser would send too where pages of elsewhere have to be told from one's own.
        var asBrowsersDo = client.twoWay() ? target.withHeader("Origin", server.origin()) : target;
        var topic = new Topic(server, target.topic());
        subjects.add(new Subject(client, traits, server, asBrowsersDo, topic, other, terms.timeout(), findings));
    }

    private void isNotServed(Findings findings) throws InterruptedException {
        if (!terms.strategies().isEmpty()) {
            findings.check(Promise.CONNECTS, "a server that offers it", () -> {
                throw new Broken("the server does not list it");
            });
        }
        findings.giveUp("the server does not offer it");
    }

    private void nameThoseWithoutClient(String strategy) {
        if (Clients.all().stream().noneMatch(client -> client.strategy().equals(strategy) && isAskedFor(client))) {
            var findings = new Findings();
            findings.notApplicable(Promise.CONNECTS, "nobody connects to read by it");
            found.put(strategy, findings);
        }
    }
}
