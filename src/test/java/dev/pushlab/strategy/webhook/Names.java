package dev.pushlab.strategy.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names that mean what the test wants; others mean what they do everywhere. */
final class Names implements HostLookup {

    private final Map<String, List<InetAddress>> known = new ConcurrentHashMap<>();

    void set(String name, String... addresses) throws UnknownHostException {
        var list = new ArrayList<InetAddress>();
        for (String address : addresses) {
            list.add(InetAddress.getByName(address));
        }
        known.put(name, list);
    }

    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        List<InetAddress> addresses = known.get(host);
        return addresses != null ? addresses : List.of(InetAddress.getAllByName(host));
    }
}
