package dev.pushlab.fault;

import static java.util.stream.Collectors.joining;

import dev.pushlab.fault.FaultSpec.ToxicSpec;
import dev.pushlab.log.RefusedException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All kinds of toxics, by which requests are understood. */
@Component
class Toxics {

    private static final int MAX = 16;

    private final Map<String, ToxicKind> kinds = new LinkedHashMap<>();

    Toxics(List<ToxicKind> kinds) {
        kinds.forEach(kind -> this.kinds.put(kind.type(), kind));
    }

    /** @throws RefusedException if one is not known, or there are too many */
    List<Toxic> read(List<ToxicSpec> specs) {
        if (specs.size() > MAX) {
            throw invalid("%d toxics are too many. Use 0 to %d.".formatted(specs.size(), MAX));
        }
        return specs.stream().map(this::read).toList();
    }

    private Toxic read(ToxicSpec spec) {
        ToxicKind kind = spec == null || spec.type() == null ? null : kinds.get(spec.type());
        if (kind == null) {
            String type = spec == null || spec.type() == null ? "" : spec.type();
            throw invalid(
                    RefusedException.quote(type) + " is no type of toxic. Use one of " + names(kinds.keySet()) + ".");
        }
        if (spec.toxicity() != null && spec.toxicity() != 1) {
            throw invalid(
                    "toxicity is " + spec.toxicity() + ". A toxic acts on every connection: use 1, or leave it out.");
        }
        return new Toxic(kind, stream(kind, spec.stream()), attributes(kind, spec.attributes()));
    }

    /** As Toxiproxy does, downstream where nothing is said. */
    private static Direction stream(ToxicKind kind, String name) {
        if (name == null) {
            return kind.streams().contains(Direction.DOWNSTREAM) ? Direction.DOWNSTREAM : Direction.UPSTREAM;
        }
        return kind.streams().stream()
                .filter(stream -> stream.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid(RefusedException.quote(name) + " is no stream of " + kind.type() + ". Use "
                        + names(kind.streams()) + "."));
    }

    private static Map<String, Long> attributes(ToxicKind kind, Map<String, Long> given) {
        Map<String, Long> values = given == null ? Map.of() : given;
        List<String> known = kind.attributes().stream().map(Attribute::name).toList();
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    String use = known.isEmpty() ? "It has none." : "Use " + names(known) + ".";
                    throw invalid(RefusedException.quote(name) + " is no attribute of " + kind.type() + ". " + use);
                });
        var checked = new LinkedHashMap<String, Long>();
        kind.attributes()
                .forEach(attribute ->
                        checked.put(attribute.name(), attribute.check(kind.type(), values.get(attribute.name()))));
        return checked;
    }

    private static String names(Collection<?> names) {
        return names.stream().map(Object::toString).collect(joining(", "));
    }

    private static RefusedException invalid(String detail) {
        return RefusedException.invalid("invalid-faults", detail);
    }
}
