package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Feeds parsers with bytes, cut wherever they can be. */
final class Bytes {

    private Bytes() {}

    static ByteBuf of(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }

    static String text(ByteBuf bytes, int from, int end) {
        return bytes.toString(from, end - from, StandardCharsets.UTF_8);
    }

    /** What a parser makes of a text that comes in two parts, cut at a byte. */
    static List<String> cutAt(int cut, String text, Function<List<String>, ByteRange> parser) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var seen = new ArrayList<String>();
        var feed = parser.apply(seen);
        // each part in a buffer of its own, wiped afterwards: nobody may keep a reference to it
        feed(feed, bytes, 0, cut);
        feed(feed, bytes, cut, bytes.length);
        return seen;
    }

    static List<String> byteByByte(String text, Function<List<String>, ByteRange> parser) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var seen = new ArrayList<String>();
        var feed = parser.apply(seen);
        for (int i = 0; i < bytes.length; i++) {
            feed(feed, bytes, i, i + 1);
        }
        return seen;
    }

    static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void feed(ByteRange parser, byte[] bytes, int from, int end) {
        var part = Unpooled.buffer(3 + end - from).writeZero(3).writeBytes(bytes, from, end - from);
        parser.accept(part, 3, part.writerIndex());
        part.setZero(0, part.writerIndex());
    }
}
