package dev.pushlab.bench.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a comparison for people: first what is not alike, then the findings, then how they were made. */
enum Prose {
    TEXT("", "  ") {
        @Override
        String table(List<List<String>> rows) {
            int[] widths = IntStream.range(0, HEAD.size())
                    .map(column -> rows.stream()
                            .mapToInt(row -> row.get(column).length())
                            .max()
                            .orElseThrow())
                    .toArray();
            return rows.stream()
                    .map(row -> IntStream.range(0, row.size())
                            .mapToObj(column -> row.get(column)
                                    + " "
                                            .repeat(widths[column]
                                                    - row.get(column).length()))
                            .collect(Collectors.joining("  "))
                            .stripTrailing())
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    },

    MARKDOWN("### ", "- ") {
        @Override
        String table(List<List<String>> rows) {
            var lines = rows.stream()
                    .map(row -> row.stream()
                            .map(cell -> cell.replace("|", "\\|"))
                            .collect(Collectors.joining(" | ", "| ", " |")))
                    .collect(Collectors.toCollection(ArrayList::new));
            lines.add(1, "| --- | --- | --- | ---: | ---: | ---: | --- |");
            return String.join("\n", lines) + "\n";
        }
    };

    private static final List<String> HEAD =
            List.of("experiment", "subject", "measure", "pairs", "A", "B", "B against A");

    private final String heading;
    private final String bullet;

    Prose(String heading, String bullet) {
        this.heading = heading;
        this.bullet = bullet;
    }

    abstract String table(List<List<String>> rows);

    String write(Comparison comparison) {
        var text = new StringBuilder();
        list(text, "Not the same in both, so differences may come from here", comparison.conditions());
        list(text, "Not compared", comparison.omitted());
        if (comparison.findings().isEmpty()) {
            text.append("Nothing can be compared.\n\n");
        } else {
            var rows = new ArrayList<List<String>>();
            rows.add(HEAD);
            comparison.findings().forEach(finding -> rows.add(cells(finding)));
            text.append(table(rows)).append('\n');
        }
        list(text, "How it is compared", comparison.method());
        return text.toString().stripTrailing();
    }

    private void list(StringBuilder text, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            text.append(heading).append(title).append(heading.isEmpty() ? ":\n" : "\n\n");
            sentences.forEach(sentence -> text.append(bullet).append(sentence).append('\n'));
            text.append('\n');
        }
    }

    private static List<String> cells(Finding finding) {
        String unit = finding.unit().isEmpty() ? "" : " " + finding.unit();
        return Arrays.asList(
                finding.experiment(),
                finding.subject().title(),
                finding.measure().title(),
                Integer.toString(finding.pairs()),
                Words.number(finding.a()) + unit,
                Words.number(finding.b()) + unit,
                finding.words());
    }
}
