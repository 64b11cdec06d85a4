package dev.pushlab.bench.writing;

import java.util.List;

/** What pages are made of. */
public final class Html {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private Html() {}

    /** A page that loads nothing and needs no script. */
    public static String page(String title, Element... content) {
        var head = Element.of(
                "head",
                Element.of("meta").with("charset", "utf-8"),
                Element.of("meta").with("http-equiv", "Content-Security-Policy").with("content", POLICY),
                Element.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                Element.of("meta").with("name", "color-scheme").with("content", "light dark"),
                Element.of("title", title),
                Element.of("style", Resources.PALETTE, Resources.CHART, Resources.PAGE));
        var body = Element.of("body").add(List.of(content));
        return "<!DOCTYPE html>\n" + Element.of("html", head, body).with("lang", "en") + "\n";
    }

    public static Element section(String title, String lead, Element... content) {
        var section = Element.of("section", Element.of("h2", title));
        if (!lead.isEmpty()) {
            section.add(Element.of("p", lead).with("class", "quiet"));
        }
        return section.add(List.of(content));
    }

    public static Element list(List<String> items) {
        var list = Element.of("ul");
        items.forEach(item -> list.add(Element.of("li", item)));
        return list;
    }

    /** Scrolls by itself where the page is too narrow. */
    public static Element scrolling(String label, Element content) {
        return Element.of("div", content)
                .with("class", "scroll")
                .with("tabindex", 0)
                .with("role", "region")
                .with("aria-label", label);
    }
}
