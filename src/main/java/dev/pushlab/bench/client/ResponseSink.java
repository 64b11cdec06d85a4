package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponse;

/** Takes one HTTP response as it arrives. */
interface ResponseSink {

    void head(HttpResponse response);

    /** A part of the body, decoded from its transfer coding; valid during the call only. */
    void part(ByteBuf body);

    void end();
}
