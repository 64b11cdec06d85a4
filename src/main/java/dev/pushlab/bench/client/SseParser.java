package dev.pushlab.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** Interprets an event stream (WHATWG HTML, section 9.2.6). */
final class SseParser {

    private final Handler handler;
    private final LineSplitter lines = new LineSplitter(this::line);

    /** The buffer being fed, so that data within it needs no copy until the feed is over. */
    private ByteBuf feed;

    /** The data buffer: either a part of the feed, or a copy. */
    private ByteBuf data;

    private int dataFrom;
    private int dataEnd;
    private final ByteBuf copy = Unpooled.buffer(0);

    private String eventName = "";
    private final ByteBuf lastEventId = Unpooled.buffer(0);
    private boolean beforeFirstLine = true;

    SseParser(Handler handler) {
        this.handler = handler;
    }

    void feed(ByteBuf part, int from, int end) {
        feed = part;
        lines.feed(part, from, end);
        if (data == part) {
            keepData();
        }
        feed = null;
    }

    private void line(ByteBuf line, int lineFrom, int end) {
        int from = lineFrom;
        if (beforeFirstLine) {
            beforeFirstLine = false;
            from += byteOrderMark(line, from, end);
        }
        if (from == end) {
            dispatch();
            return;
        }
        int colon = line.indexOf(from, end, (byte) ':');
        int nameEnd = colon < 0 ? end : colon;
        int valueAt = colon < 0 ? end : colon + 1;
        if (valueAt < end && line.getByte(valueAt) == ' ') {
            valueAt++;
        }
        if (is("data", line, from, nameEnd)) {
            addData(line, valueAt, end);
        } else if (is("id", line, from, nameEnd)) {
            if (line.indexOf(valueAt, end, (byte) 0) < 0) {
                lastEventId.clear().writeBytes(line, valueAt, end - valueAt);
            }
        } else if (is("event", line, from, nameEnd)) {
            eventName = line.toString(valueAt, end - valueAt, StandardCharsets.UTF_8);
        } else if (is("retry", line, from, nameEnd)) {
            retry(line.toString(valueAt, end - valueAt, StandardCharsets.UTF_8));
        }
    }

    private void addData(ByteBuf line, int from, int end) {
        if (data == null && line == feed) {
            data = line;
            dataFrom = from;
            dataEnd = end;
            return;
        }
        boolean first = data == null;
        if (data != copy) {
            keepData();
        }
        if (!first) {
            copy.writeByte('\n');
        }
        copy.writeBytes(line, from, end - from);
        dataEnd = copy.writerIndex();
    }

    private void keepData() {
        copy.clear();
        if (data != null) {
            copy.writeBytes(data, dataFrom, dataEnd - dataFrom);
        }
        data = copy;
        dataFrom = 0;
        dataEnd = copy.writerIndex();
    }

    private void dispatch() {
        var message = data;
        data = null;
        String name = eventName.isEmpty() ? "message" : eventName;
        eventName = "";
        if (message != null) {
            handler.message(name, lastEventId, message, dataFrom, dataEnd);
        }
    }

    private void retry(String value) {
        if (!value.isEmpty() && value.length() <= 18 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            handler.retry(Long.parseLong(value));
        }
    }

    private static int byteOrderMark(ByteBuf line, int from, int end) {
        return end - from >= 3 && line.getUnsignedMedium(from) == 0xEFBBBF ? 3 : 0;
    }

    private static boolean is(String name, ByteBuf line, int from, int end) {
        if (end - from != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (line.getByte(from + i) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Is told what an EventSource would tell its page. */
    interface Handler {

        /**
         * One message; the bytes are valid during the call only.
         *
         * @param name {@code message} for an unnamed one
         * @param lastEventId the last {@code id} that the stream has set, maybe with an earlier message
         */
        void message(String name, ByteBuf lastEventId, ByteBuf data, int from, int end);

        default void retry(long milliseconds) {}
    }
}
