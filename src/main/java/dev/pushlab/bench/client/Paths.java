package dev.pushlab.bench.client;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.QueryStringEncoder;
import java.net.URI;
import java.util.regex.Pattern;

/** Where requests go: first to the strategy's own path, then to the links that its answers carry. */
final class Paths {

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;[^,]*\\brel=\"?next\"?");

    /** What follows the address where there is no other link: the form of every answer in practice. */
    private static final String ONLY_NEXT = ">; rel=\"next\"";

    private Paths() {}

    static String start(Target target, String strategy, String after) {
        var query = query(target, "/api/" + strategy);
        query.addParam("after", after);
        return query.toString();
    }

    /** A path that has no other parameter than the topic. */
    static String topic(Target target, String path) {
        return query(target, path).toString();
    }

    private static QueryStringEncoder query(Target target, String path) {
        var query = new QueryStringEncoder(target.path(path));
        query.addParam("topic", target.topic());
        return query;
    }

    /**
     * The address in {@code Link: <…>; rel="next"} (RFC 8288).
     *
     * @throws ContractViolation if the header has none
     */
    static String next(String requested, String link) {
        if (link != null
                && link.startsWith("</")
                && link.endsWith(ONLY_NEXT)
                && link.indexOf('>') == link.length() - ONLY_NEXT.length()) {
            return link.substring(1, link.length() - ONLY_NEXT.length());
        }
        var matcher = NEXT.matcher(link == null ? "" : link);
        if (!matcher.find()) {
            throw new ContractViolation("no link to what comes next, but: " + link);
        }
        var next = URI.create(requested).resolve(matcher.group(1));
        return next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery());
    }

    static String parameter(String path, String name) {
        var values = new QueryStringDecoder(path).parameters().get(name);
        return values == null ? null : values.get(0);
    }

    /** The same address with one parameter set, whatever it was before. */
    static String with(String path, String name, String value) {
        if (has(path, name, value)) {
            return path;
        }
        var old = new QueryStringDecoder(path);
        var query = new QueryStringEncoder(old.rawPath());
        old.parameters().forEach((key, values) -> {
            if (!key.equals(name)) {
                values.forEach(each -> query.addParam(key, each));
            }
        });
        query.addParam(name, value);
        return query.toString();
    }

    /** Whether a parameter stands there as asked for; without taking the path apart. */
    private static boolean has(String path, String name, String value) {
        int at = path.indexOf(name + "=" + value);
        int end = at + name.length() + 1 + value.length();
        return at > 0
                && (path.charAt(at - 1) == '&' || path.charAt(at - 1) == '?')
                && (end == path.length() || path.charAt(end) == '&');
    }
}
