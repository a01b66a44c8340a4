package com.shadowlanes.httpcodes.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Something that can be sent as it is.
 *
 * @param mediaType with its charset parameter where it needs one
 * @param content always text, sent as UTF-8
 * @param location the path at which this form alone is served; null if it shares its only path with other forms
 * @param hash twelve hexadecimal digits that change with the content; null for what is made for one request
 */
public record Document(String mediaType, String content, String location, String hash) {
    public static final String HTML = "text/html;charset=UTF-8";
    public static final String JSON = "application/json";
    public static final String TEXT = "text/plain;charset=UTF-8";
    public static final String MARKDOWN = "text/markdown;charset=UTF-8";
    public static final String CSV = "text/csv;charset=UTF-8";
    public static final String PROBLEM = "application/problem+json";

    /** The forms that one path may have; who accepts several equally well gets the first. */
    static final List<String> FORMS = List.of(HTML, JSON, TEXT, MARKDOWN, CSV);

    public Document(String mediaType, String content) {
        this(mediaType, content, null, null);
    }

    /** The media type without its parameters. */
    public String type() {
        return mediaType.split(";", 2)[0];
    }

    Document at(String location) {
        return new Document(mediaType, content, location, hash);
    }

    Document finished() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return new Document(mediaType, content, location, HexFormat.of().formatHex(digest, 0, 6));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
