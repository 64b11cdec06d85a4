package dev.pushlab.bench.client;

import dev.pushlab.log.Position;
import dev.pushlab.log.RefusedException;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads an event's position and due time out of its JSON.
 *
 * <p>The form that the server writes, {@code {"id":"k3f9:42","type":"…","dueAt":…,"data":…}}, is read byte by byte up
 * to the data, and the data not at all; {@link #scan} refuses any other, which {@link #read} then takes apart as JSON.
 */
final class EventScanner {

    private static final byte[] ID = "{\"id\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TYPE = "\",\"type\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DUE_AT = "\",\"dueAt\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = ",\"data\":".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_EPOCH = 16;
    private static final int LONGEST_TYPE = 64;
    private static final int LONGEST_NUMBER = 18;

    private String epoch = "";
    private byte[] epochBytes = {};
    private long offset;
    private long dueAt;

    /** Where the last number read ends. */
    private int numberEnd;

    String epoch() {
        return epoch;
    }

    long offset() {
        return offset;
    }

    long dueAt() {
        return dueAt;
    }

    /** Reads the one form that the server writes; {@code false} if this is another. */
    boolean scan(ByteBuf json, int from, int end) {
        int epochAt = from + ID.length;
        if (!stands(ID, json, from, end)) {
            return false;
        }
        int epochEnd = epochAt;
        while (epochEnd < end && isEpoch(json.getByte(epochEnd))) {
            epochEnd++;
        }
        int epochLength = epochEnd - epochAt;
        if (epochLength < 1 || epochLength > LONGEST_EPOCH || epochEnd >= end || json.getByte(epochEnd) != ':') {
            return false;
        }
        long scannedOffset = number(json, epochEnd + 1, end);
        if (scannedOffset < 0 || !stands(TYPE, json, numberEnd, end)) {
            return false;
        }
        int typeAt = numberEnd + TYPE.length;
        int typeEnd = typeAt;
        while (typeEnd < end && isType(json.getByte(typeEnd))) {
            typeEnd++;
        }
        int typeLength = typeEnd - typeAt;
        if (typeLength < 1 || typeLength > LONGEST_TYPE || !stands(DUE_AT, json, typeEnd, end)) {
            return false;
        }
        long scannedDueAt = number(json, typeEnd + DUE_AT.length, end);
        if (scannedDueAt < 0 || !stands(DATA, json, numberEnd, end) || json.getByte(end - 1) != '}') {
            return false;
        }
        remember(json, epochAt, epochLength);
        offset = scannedOffset;
        dueAt = scannedDueAt;
        return true;
    }

    /**
     * Takes the position and the due time from an event's fields, whatever their order.
     *
     * @throws ContractViolation if this is no event
     */
    void read(Map<String, String> fields) {
        try {
            var position = Position.parse(Json.unquote(fields.getOrDefault("id", "")));
            epoch = position.epoch();
            epochBytes = epoch.getBytes(StandardCharsets.US_ASCII);
            offset = position.offset();
            dueAt = Long.parseLong(fields.getOrDefault("dueAt", ""));
        } catch (RefusedException | NumberFormatException | ContractViolation e) {
            throw new ContractViolation("neither an event nor a control message: " + fields);
        }
    }

    private void remember(ByteBuf json, int at, int length) {
        if (length == epochBytes.length && stands(epochBytes, json, at, at + length)) {
            return;
        }
        epochBytes = new byte[length];
        json.getBytes(at, epochBytes);
        epoch = new String(epochBytes, StandardCharsets.US_ASCII);
    }

    /** The natural number at an index, -1 if there is none or a leading zero; sets {@link #numberEnd}. */
    private long number(ByteBuf json, int from, int end) {
        long value = 0;
        int at = from;
        while (at < end && json.getByte(at) >= '0' && json.getByte(at) <= '9') {
            value = value * 10 + json.getByte(at) - '0';
            at++;
        }
        numberEnd = at;
        int digits = at - from;
        boolean leadingZero = digits > 1 && json.getByte(from) == '0';
        return digits < 1 || digits > LONGEST_NUMBER || leadingZero ? -1 : value;
    }

    private static boolean stands(byte[] text, ByteBuf json, int at, int end) {
        if (end - at < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (json.getByte(at + i) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEpoch(byte c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    private static boolean isType(byte c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
    }
}
