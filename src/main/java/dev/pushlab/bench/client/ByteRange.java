package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;

/** Takes some of a buffer's bytes, which are valid during the call only. */
@FunctionalInterface
interface ByteRange {
    void accept(ByteBuf bytes, int from, int end);
}
