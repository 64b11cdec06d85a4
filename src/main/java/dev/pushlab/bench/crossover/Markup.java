package dev.pushlab.bench.crossover;

/** Text within HTML and SVG. */
final class Markup {

    private Markup() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** An element with text in it. */
    static String element(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name.split(" ")[0] + ">";
    }
}
