package dev.pushlab.strategy.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The addresses that begin with the same bits (CIDR notation, RFC 4632 and RFC 4291).
 *
 * @param network an address in the range; its length in bytes tells IPv4 from IPv6
 * @param bits how many leading bits count, 0 to 32 or 0 to 128
 */
record AddressRange(byte[] network, int bits) {

    private static final Pattern LITERAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    /** Every address that means no host on the internet, by IANA's special-purpose registries (RFC 6890). */
    private static final List<AddressRange> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(AddressRange::parse)
            .toList();

    /** Of IPv6, only this part has been handed out to hosts. */
    private static final AddressRange IPV6_UNICAST = parse("2000::/3");

    /** Whether a text is an address, not a name that somebody would have to look up. */
    static boolean isAddress(String text) {
        return LITERAL.matcher(text).matches();
    }

    /**
     * Reads an address, or a range such as {@code 127.0.0.0/8}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static AddressRange parse(String text) {
        String[] parts = text.split("/", 2);
        byte[] network = address(parts[0]).getAddress();
        int all = network.length * Byte.SIZE;
        int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException(text + " has no prefix of 0 to " + all + " bits");
        }
        return new AddressRange(network, bits);
    }

    /**
     * The address that a text is.
     *
     * @throws IllegalArgumentException if it is none; a name is never looked up
     */
    static InetAddress address(String text) {
        try {
            if (isAddress(text)) {
                return InetAddress.getByName(text);
            }
        } catch (UnknownHostException e) {
            // Refused below, as any other text.
        }
        throw new IllegalArgumentException(text + " is no IP address");
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((bytes[bit / Byte.SIZE] ^ network[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether an address is one of the public internet's: not of this host, a private network or any other use. */
    static boolean isPublic(InetAddress address) {
        boolean assigned = address.getAddress().length == 4 || IPV6_UNICAST.contains(address);
        return assigned && SPECIAL.stream().noneMatch(range -> range.contains(address));
    }
}
