package dev.pushlab.bench.writing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** An element of HTML or SVG with what is in it; every text and attribute is escaped, there is no other way in. */
public final class Element {

    /** Those of HTML that have no end. */
    private static final Set<String> VOID = Set.of("meta", "br");

    /** What XML can't hold. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t\n\r]]");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> content = new ArrayList<>();

    private Element(String name) {
        this.name = name;
    }

    /** @param content elements, lists of them, or whatever else as text */
    public static Element of(String name, Object... content) {
        var element = new Element(name);
        List.of(content).forEach(element::add);
        return element;
    }

    public Element with(String attribute, Object value) {
        attributes.put(attribute, value instanceof Double number ? coordinate(number) : Objects.toString(value));
        return this;
    }

    public Element add(Object more) {
        if (more instanceof Iterable<?> several) {
            several.forEach(this::add);
        } else {
            content.add(more);
        }
        return this;
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        write(text);
        return text.toString();
    }

    private void write(StringBuilder text) {
        text.append('<').append(name);
        attributes.forEach((attribute, value) -> text.append(' ')
                .append(attribute)
                .append("=\"")
                .append(attribute(value))
                .append('"'));
        text.append('>');
        if (VOID.contains(name)) {
            return;
        }
        for (var part : content) {
            if (part instanceof Element element) {
                element.write(text);
            } else {
                text.append(text(part.toString()));
            }
        }
        text.append("</").append(name).append('>');
    }

    /** Quotation marks stay: a style sheet within HTML would be read with their escapes. */
    private static String text(String text) {
        return CONTROL.matcher(text)
                .replaceAll("\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static String attribute(String value) {
        return text(value).replace("\"", "&quot;");
    }

    private static String coordinate(double number) {
        double rounded = Math.round(number * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
