package dev.pushlab.strategy.webhook;

import dev.pushlab.log.RefusedException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The hosts that webhooks may be delivered to, so that nobody makes the server call what only the server can reach.
 *
 * <p>A URL's host must be on the list: a name by itself, an address within a range. What a name resolves to when the
 * connection is made must be an address of the public internet, or within a range on the list too; so a name can't be
 * turned to an inner address.
 */
@Component
class AllowList {

    private static final int MAX_LENGTH = 2048;
    private static final int MAX_PORT = 65_535;

    private final List<String> entries;
    private final Set<String> names = new HashSet<>();
    private final List<AddressRange> ranges = new ArrayList<>();

    AllowList(WebhookProperties properties) {
        entries = properties.allowedHosts();
        for (String entry : entries) {
            if (entry.indexOf('/') >= 0 || AddressRange.isAddress(entry)) {
                ranges.add(AddressRange.parse(entry));
            } else {
                names.add(entry.toLowerCase(Locale.ROOT));
            }
        }
    }

    /**
     * Reads a URL that events shall be posted to.
     *
     * @throws RefusedException if it is no absolute http or https URL, has credentials or a fragment, or names a host
     *     that is not on the list
     */
    URI check(String url) {
        URI uri = parse(url);
        if (!allowsHost(host(uri))) {
            throw RefusedException.invalid(
                    "host-not-allowed",
                    RefusedException.quote(uri.getHost()) + " is not allowed as a receiver. Use one of " + entries
                            + ", or let whoever runs this server add it to pushlab.webhook.allowed-hosts.");
        }
        return uri;
    }

    private static URI parse(String url) {
        if (url == null || url.length() > MAX_LENGTH) {
            throw invalid("'url' is missing, or longer than " + MAX_LENGTH + " characters.");
        }
        URI uri;
        try {
            uri = new URI(new URI(url).toASCIIString());
        } catch (URISyntaxException e) {
            throw invalid(RefusedException.quote(url) + " is no URL.");
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
            throw invalid(RefusedException.quote(url) + " is no absolute http or https URL with a host.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw invalid("The URL has credentials or a fragment, which can't be sent. Leave them out.");
        }
        return uri;
    }

    private static String host(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private boolean allowsHost(String host) {
        return AddressRange.isAddress(host) ? isListed(AddressRange.address(host)) : names.contains(host);
    }

    /**
     * The addresses that may be connected to, of those that a host has.
     *
     * @throws AddressRefusedException if it has none
     */
    List<InetAddress> allowed(String host, List<InetAddress> addresses) throws AddressRefusedException {
        boolean literal = AddressRange.isAddress(host);
        List<InetAddress> allowed = addresses.stream()
                .filter(address -> isListed(address) || !literal && AddressRange.isPublic(address))
                .toList();
        if (allowed.isEmpty()) {
            throw new AddressRefusedException(host);
        }
        return allowed;
    }

    private boolean isListed(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static RefusedException invalid(String what) {
        return RefusedException.invalid(
                "invalid-url", what + " Send {\"url\":\"http://localhost:9000/hook\"}, for instance.");
    }
}
