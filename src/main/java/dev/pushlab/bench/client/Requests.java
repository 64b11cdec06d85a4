package dev.pushlab.bench.client;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;

/** Builds the requests that clients send: as few headers as the protocol needs, and the target's own. */
final class Requests {

    private Requests() {}

    static FullHttpRequest get(Target target, String path, String accept) {
        var request = request(target, HttpMethod.GET, path, "");
        if (!request.headers().contains(HttpHeaderNames.ACCEPT)) {
            request.headers().set(HttpHeaderNames.ACCEPT, accept);
        }
        return request;
    }

    static FullHttpRequest post(Target target, String path, String contentType, String body) {
        var request = request(target, HttpMethod.POST, path, body);
        request.headers().set(HttpHeaderNames.CONTENT_LENGTH, request.content().readableBytes());
        if (!body.isEmpty()) {
            request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        }
        return request;
    }

    static FullHttpRequest delete(Target target, String path) {
        return request(target, HttpMethod.DELETE, path, "");
    }

    private static FullHttpRequest request(Target target, HttpMethod method, String path, String body) {
        var content = Unpooled.copiedBuffer(body, StandardCharsets.UTF_8);
        var headersFactory = DefaultHttpHeadersFactory.headersFactory();
        var request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, path, content, headersFactory, headersFactory);
        request.headers().set(HttpHeaderNames.HOST, target.base().getRawAuthority());
        addOwn(target, request.headers());
        return request;
    }

    static void addOwn(Target target, HttpHeaders headers) {
        target.headers().forEach(headers::set);
    }
}
