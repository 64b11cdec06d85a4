package dev.pushlab.fault;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.netty.channel.ChannelHandler;
import java.util.Map;

/** A kind of toxic, aimed and set. */
@JsonPropertyOrder({"type", "stream", "attributes"})
record Toxic(@JsonIgnore ToxicKind kind, Direction stream, Map<String, Long> attributes) {

    @JsonProperty
    String type() {
        return kind.type();
    }

    ChannelHandler handler() {
        return kind.handler().apply(attributes);
    }
}
