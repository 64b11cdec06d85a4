package dev.pushlab.bench.crossover;

import java.util.LinkedHashMap;
import java.util.Locale;

/** Draws who is cheapest: a legend, and a panel for each number of clients. */
final class Chart {

    private static final int COLUMNS = 2;
    private static final int GAP = 28;
    private static final int WIDTH = GAP + COLUMNS * (Panel.WIDTH + GAP);
    private static final int LEGEND_TOP = 12;
    private static final int LEGEND_LINE = 28;
    /** About as wide as a letter is. */
    private static final int LETTER = 7;

    private static final String HEAD = """
            <svg xmlns="http://www.w3.org/2000/svg" class="crossover" viewBox="0 0 %d %d" role="img"\
             aria-labelledby="crossover-title crossover-desc">
            <title id="crossover-title">Cheapest strategy by server CPU</title>
            <desc id="crossover-desc">A panel for each number of clients. To the right, how late an event may be; upwards,\
             events a second. Each cell names the cheapest strategy and the CPU that it takes.</desc>
            <style>
            .crossover { --ground: #fff; --ink: #1b2230; --quiet: #566072;
              --s0: #2f6fed; --s1: #e06c1b; --s2: #12a594; --s3: #9a3fd5;
              --s4: #d6336c; --s5: #8a9a12; --s6: #0a9bd8; --s7: #a0724a;
              font: 12px system-ui, sans-serif; }
            @media (prefers-color-scheme: dark) {
              .crossover { --ground: #11161e; --ink: #eef1f6; --quiet: #9eabbd;
                --s0: #5b90ff; --s1: #e8792b; --s2: #24b8a6; --s3: #b26bea;
                --s4: #ea5c93; --s5: #a3b32e; --s6: #2fb0e6; --s7: #b98b62; }
            }
            .crossover .ground { fill: var(--ground); }
            .crossover text { fill: var(--ink); text-anchor: middle; }
            .crossover .quiet { fill: var(--quiet); }
            .crossover .start { text-anchor: start; }
            .crossover .end { text-anchor: end; }
            .crossover .head { font-size: 14px; font-weight: 600; text-anchor: start; }
            .crossover .name { font-weight: 600; }
            .crossover .small { font-size: 10.5px; }
            .crossover .cell { fill-opacity: 0.5; stroke: var(--ground); stroke-width: 2; }
            .crossover .tied { fill-opacity: 0.2; }
            .crossover .alike { fill: var(--quiet); fill-opacity: 0.16; }
            .crossover .beyond { fill: none; stroke: var(--quiet); stroke-width: 1; stroke-dasharray: 2 3; }
            </style>
            <rect class="ground" width="100%%" height="100%%"/>
            """;

    private Chart() {}

    static String of(Crossover crossover) {
        var body = new StringBuilder();
        int y = legend(crossover, body);
        for (int i = 0; i < Crossover.CLIENTS.size(); i++) {
            int column = i % COLUMNS;
            body.append(Panel.of(crossover, Crossover.CLIENTS.get(i), GAP + column * (Panel.WIDTH + GAP), y));
            if (column == COLUMNS - 1 || i == Crossover.CLIENTS.size() - 1) {
                y += Panel.HEIGHT;
            }
        }
        return String.format(Locale.ROOT, HEAD, WIDTH, y) + body + "</svg>";
    }

    /** Takes as many lines as it needs, and returns where it ends. */
    private static int legend(Crossover crossover, StringBuilder body) {
        var entries = new LinkedHashMap<String, String>();
        crossover
                .compared()
                .forEach(strategy -> entries.put(
                        strategy, "class=\"cell\" style=\"fill: " + Panel.colour(crossover, strategy) + "\""));
        entries.put(Labels.TIED + "others cost nearly the same", "class=\"cell tied\" style=\"fill: var(--s0)\"");
        entries.put("beyond what was measured", "class=\"beyond\"");
        int x = GAP;
        int y = LEGEND_TOP;
        for (var entry : entries.entrySet()) {
            int width = 42 + LETTER * entry.getKey().length();
            if (x + width > WIDTH) {
                x = GAP;
                y += LEGEND_LINE;
            }
            body.append(String.format(
                    Locale.ROOT,
                    "<rect %s x=\"%d\" y=\"%d\" width=\"17\" height=\"17\"/>"
                            + "<text class=\"start\" x=\"%d\" y=\"%d\">%s</text>\n",
                    entry.getValue(),
                    x,
                    y,
                    x + 24,
                    y + 13,
                    Markup.escaped(entry.getKey())));
            x += width;
        }
        return y + LEGEND_LINE;
    }
}
