package dev.pushlab.fault;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The faulty network beside the server's own port.
 *
 * @param enabled whether there is one
 * @param port where it listens, 0 for a free port; by default the one after the server's, or a free one if that is taken
 */
@ConfigurationProperties("pushlab.fault")
record FaultProperties(@DefaultValue("true") boolean enabled, Integer port) {}
