package dev.pushlab.system;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may talk to the server.
 *
 * @param allowedHosts names by which it may be called, beside localhost and IP addresses
 */
@ConfigurationProperties("pushlab.system")
record SystemProperties(@DefaultValue Set<String> allowedHosts) {}
