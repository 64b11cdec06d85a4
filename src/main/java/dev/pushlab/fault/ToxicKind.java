package dev.pushlab.fault;

import io.netty.channel.ChannelHandler;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One thing that can be done to the bytes of a connection.
 *
 * @param type its name, Toxiproxy's where that has one
 * @param streams the directions that it can act on; the first is the default
 * @param readsHttp whether it must have followed the conversation from the connection's first byte
 * @param handler makes what acts on one connection, set by the attributes' values; it stands in the pipeline of the channel
 *     that the bytes come from
 */
record ToxicKind(
        String type,
        Set<Direction> streams,
        boolean readsHttp,
        List<Attribute> attributes,
        Function<Map<String, Long>, ChannelHandler> handler) {

    /** One that acts on bytes of any meaning, in either direction. */
    static ToxicKind of(String type, Function<Map<String, Long>, ChannelHandler> handler, Attribute... attributes) {
        return new ToxicKind(type, EnumSet.allOf(Direction.class), false, List.of(attributes), handler);
    }

    /** One that acts on HTTP/1.1, in one direction. */
    static ToxicKind ofHttp(
            String type,
            Direction stream,
            Function<Map<String, Long>, ChannelHandler> handler,
            Attribute... attributes) {
        return new ToxicKind(type, EnumSet.of(stream), true, List.of(attributes), handler);
    }
}
