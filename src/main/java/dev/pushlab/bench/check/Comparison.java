package dev.pushlab.bench.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Says in which way the events that came are not the ones that were published. */
final class Comparison {

    private static final int NAMED = 3;

    private Comparison() {}

    /** @throws Broken if anything is missing, repeated, strange, out of order or changed */
    static void mustEqual(List<Published> expected, List<Published> seen) {
        var differences = differences(expected, seen);
        if (!differences.isEmpty()) {
            throw new Broken(seen.size() + " events, " + String.join("; ", differences));
        }
    }

    private static List<String> differences(List<Published> expected, List<Published> seen) {
        Map<String, Published> due = new HashMap<>();
        expected.forEach(event -> due.put(event.id(), event));
        var once = new HashSet<String>();
        var repeated = new ArrayList<String>();
        var strange = new ArrayList<String>();
        var changed = new ArrayList<String>();
        for (var event : seen) {
            var original = due.get(event.id());
            if (original == null) {
                strange.add(event.id());
            } else if (!once.add(event.id())) {
                repeated.add(event.id());
            } else if (!same(original, event)) {
                changed.add(event.id());
            }
        }
        var missing = expected.stream()
                .map(Published::id)
                .filter(id -> !once.contains(id))
                .toList();
        var differences = new ArrayList<String>();
        say(differences, missing, "missing");
        say(differences, repeated, "twice");
        say(differences, strange, "that nobody expected");
        say(differences, changed, "changed on the way");
        if (differences.isEmpty() && !ids(expected).equals(ids(seen))) {
            differences.add("out of order");
        }
        return differences;
    }

    private static void say(List<String> differences, List<String> ids, String what) {
        if (!ids.isEmpty()) {
            String named = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
            differences.add(ids.size() + " " + what + " (" + named + (ids.size() > NAMED ? ", ..." : "") + ")");
        }
    }

    private static List<String> ids(List<Published> events) {
        return events.stream().map(Published::id).toList();
    }

    private static boolean same(Published original, Published event) {
        if (original.json() == null || original.json().equals(event.json())) {
            return true;
        }
        try {
            var mapper = JsonMapper.shared();
            return mapper.readTree(original.json()).equals(mapper.readTree(event.json()));
        } catch (JacksonException e) {
            return false;
        }
    }
}
