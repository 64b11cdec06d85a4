package dev.pushlab.bench.compare;

import dev.pushlab.bench.writing.Numbers;
import dev.pushlab.bench.writing.Section;
import java.util.ArrayList;
import java.util.List;

/** What people read of a comparison: first what is not alike, then the findings, then how they were made. */
final class Sections {

    private static final List<String> HEAD =
            List.of("experiment", "subject", "measure", "pairs", "A", "B", "B against A");

    private Sections() {}

    static List<Section> of(Comparison comparison) {
        var sections = new ArrayList<Section>();
        if (!comparison.conditions().isEmpty()) {
            sections.add(
                    new Section("Not the same in both, so differences may come from here", comparison.conditions()));
        }
        if (!comparison.omitted().isEmpty()) {
            sections.add(new Section("Not compared", comparison.omitted()));
        }
        if (comparison.findings().isEmpty()) {
            sections.add(new Section("Findings", List.of("Nothing can be compared.")));
        } else {
            sections.add(new Section(
                    "Findings",
                    List.of(),
                    HEAD,
                    comparison.findings().stream().map(Sections::cells).toList()));
        }
        sections.add(new Section("How it is compared", comparison.method()));
        return sections;
    }

    private static List<String> cells(Finding finding) {
        String unit = finding.unit().isEmpty() ? "" : " " + finding.unit();
        return List.of(
                finding.experiment(),
                finding.subject().title(),
                finding.measure().title(),
                Integer.toString(finding.pairs()),
                Numbers.of(finding.a()) + unit,
                Numbers.of(finding.b()) + unit,
                finding.words());
    }
}
