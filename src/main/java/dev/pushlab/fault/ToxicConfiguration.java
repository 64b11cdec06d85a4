package dev.pushlab.fault;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The toxics: those of Toxiproxy by its names and parameters, then what proxies and phones do besides. */
@Configuration(proxyBeanMethods = false)
class ToxicConfiguration {

    /** In bytes; nginx's default, eight buffers of 8 KiB. */
    private static final long PROXY_BUFFER = 64 * 1024;

    private static final long MAX_PROXY_BUFFER = 1024 * 1024;

    @Bean
    ToxicKind latency() {
        return ToxicKind.of(
                "latency",
                set -> new DelayHandler(Delay.latency(set.get("latency"), set.get("jitter"))),
                Attribute.millis("latency", 0, 0L),
                Attribute.millis("jitter", 0, 0L));
    }

    @Bean
    ToxicKind bandwidth() {
        return ToxicKind.of(
                "bandwidth",
                set -> new DelayHandler(Delay.bandwidth(set.get("rate"))),
                new Attribute("rate", 1, 1_000_000, null));
    }

    @Bean
    ToxicKind timeout() {
        return ToxicKind.of(
                "timeout", set -> new TimeoutHandler(set.get("timeout")), Attribute.millis("timeout", 0, 0L));
    }

    @Bean
    ToxicKind resetPeer() {
        return ToxicKind.of(
                "reset_peer", set -> new ResetHandler(set.get("timeout")), Attribute.millis("timeout", 0, 0L));
    }

    @Bean
    ToxicKind stall() {
        return ToxicKind.of(
                "stall",
                set -> new DelayHandler(Delay.stall(set.get("interval"), set.get("length"))),
                Attribute.millis("interval", 100, null),
                Attribute.millis("length", 1, null));
    }

    @Bean
    ToxicKind idle() {
        return ToxicKind.of("idle", set -> new IdleHandler(set.get("timeout")), Attribute.millis("timeout", 1, null));
    }

    @Bean
    ToxicKind buffering() {
        return ToxicKind.ofHttp(
                "buffering",
                Direction.DOWNSTREAM,
                set -> new BufferingHandler(set.get("size").intValue()),
                new Attribute("size", 1, MAX_PROXY_BUFFER, PROXY_BUFFER));
    }

    @Bean
    ToxicKind blocksUpgrades() {
        return ToxicKind.ofHttp("blocks_upgrades", Direction.UPSTREAM, set -> new UpgradeBlocker());
    }
}
