package com.shadowlanes.httpcodes.site;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Bytes at rest. What documents have in common, such as the menu of every page, is in the dictionary alone.
 *
 * @param deflated in the format of RFC 1951
 * @param dictionary what the data may refer back to, the likeliest last
 * @param length of what was packed, in bytes
 */
public record Packed(byte[] deflated, byte[] dictionary, int length) implements Supplier<byte[]> {
    /** Kept, because to make one is a good part of the work. */
    private static final ThreadLocal<Inflater> INFLATER = ThreadLocal.withInitial(() -> new Inflater(true));

    /** As far as deflated data can refer back (RFC 1951 §2), in bytes. */
    public static final int LONGEST_DICTIONARY = 32 * 1024;

    static Packed of(byte[] content, byte[] dictionary) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setDictionary(dictionary);
        deflater.setInput(content);
        deflater.finish();
        // Blocks that cannot be compressed are stored, with five bytes more for each 64 KB.
        byte[] deflated = new byte[content.length + content.length / 1000 + 100];
        int size = deflater.deflate(deflated);
        deflater.end();
        return new Packed(Arrays.copyOf(deflated, size), dictionary, content.length);
    }

    /** The bytes as they were; new ones each time. */
    @Override
    public byte[] get() {
        Inflater inflater = INFLATER.get();
        inflater.reset();
        inflater.setDictionary(dictionary);
        inflater.setInput(deflated);
        byte[] content = new byte[length];
        try {
            inflater.inflate(content);
            return content;
        } catch (DataFormatException e) {
            throw new IllegalStateException("what was deflated can be inflated", e);
        }
    }
}
