package dev.pushlab.fault;

import java.util.List;
import java.util.Map;

/** What the network shall be like: a preset by its name, or toxics as Toxiproxy writes them. */
record FaultSpec(String preset, Boolean enabled, List<ToxicSpec> toxics) {

    /** @param toxicity the share of the connections that it acts on: all of them, 1, here */
    record ToxicSpec(String type, String stream, Double toxicity, Map<String, Long> attributes) {

        static ToxicSpec of(String type, String stream, Map<String, Long> attributes) {
            return new ToxicSpec(type, stream, null, attributes);
        }
    }
}
