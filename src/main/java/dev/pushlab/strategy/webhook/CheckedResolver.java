package dev.pushlab.strategy.webhook;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/** Resolves a host when a connection to it is made, and lets only allowed addresses through to where it is made. */
final class CheckedResolver implements SocketAddressResolver {

    private final Executor executor;
    private final HostLookup lookup;
    private final AllowList allowList;

    /** @param executor where names are looked up, which may take long */
    CheckedResolver(Executor executor, HostLookup lookup, AllowList allowList) {
        this.executor = executor;
        this.lookup = lookup;
        this.allowList = allowList;
    }

    @Override
    public void resolve(
            String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> addresses) {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        executor.execute(() -> {
            List<InetSocketAddress> allowed;
            try {
                allowed = allowList.allowed(name, lookup.addresses(name)).stream()
                        .map(address -> new InetSocketAddress(address, port))
                        .toList();
            } catch (Exception e) {
                addresses.failed(e);
                return;
            }
            addresses.succeeded(allowed);
        });
    }
}
