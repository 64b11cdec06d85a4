package dev.pushlab.strategy.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds a host's addresses, as the system would. */
@FunctionalInterface
interface HostLookup {

    /** The addresses of a name, or the address that the text already is. */
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
