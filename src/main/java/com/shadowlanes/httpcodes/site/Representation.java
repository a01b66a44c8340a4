package com.shadowlanes.httpcodes.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A representation (RFC 9110 §3.2) that can be sent as it is. Its content is kept as it stands in a JSON string, because the
 * gateway takes it in this form: escaping a page for each request would cost about as much as everything else together.
 *
 * @param mediaType with its charset parameter where it needs one
 * @param escaped gives the content, escaped (RFC 8259 §7) and in UTF-8, without the quotation marks
 * @param length of the content as it is sent, in bytes
 * @param siteUrls how often {@link Paths#SITE_URL} stands in the content
 * @param location the path at which this form alone is served; null if it shares its only path with other forms
 * @param hash twelve hexadecimal digits that change with the content; null for what is made for one request
 */
public record Representation(
        String mediaType, Supplier<byte[]> escaped, int length, int siteUrls, String location, String hash) {
    public static final String HTML = "text/html;charset=UTF-8";
    public static final String JSON = "application/json";
    public static final String TEXT = "text/plain;charset=UTF-8";
    public static final String MARKDOWN = "text/markdown;charset=UTF-8";
    public static final String CSV = "text/csv;charset=UTF-8";
    public static final String PROBLEM = "application/problem+json";

    public static final String PNG = "image/png";

    /** The forms that one path may have; who accepts several equally well gets the first. */
    public static final List<String> FORMS = List.of(HTML, JSON, TEXT, MARKDOWN, CSV);

    private static final JsonFactory FACTORY = new JsonFactory();

    public Representation(String mediaType, String content) {
        this(
                mediaType,
                JsonStringEncoder.getInstance().quoteAsUTF8(content),
                content.getBytes(StandardCharsets.UTF_8).length,
                content.split(Pattern.quote(Paths.SITE_URL), -1).length - 1,
                null,
                null);
    }

    /** A picture, which stands in JSON as Base64. */
    public static Representation picture(byte[] png) {
        return new Representation(PNG, Base64.getEncoder().encode(png), png.length, 0, null, null);
    }

    private Representation(String mediaType, byte[] inJson, int length, int siteUrls, String location, String hash) {
        this(mediaType, () -> inJson, length, siteUrls, location, hash);
    }

    /** The content as it stands in a JSON string; not to be changed. */
    public byte[] inJson() {
        return escaped.get();
    }

    /** Whether the content stands in JSON as Base64 (RFC 4648 §4). */
    public boolean isBase64() {
        return mediaType.equals(PNG);
    }

    /** What is sent, for who does not send JSON. */
    public byte[] bytes() {
        return isBase64() ? Base64.getDecoder().decode(inJson()) : content().getBytes(StandardCharsets.UTF_8);
    }

    /** What is sent, of a document that is text. */
    public String content() {
        String literal = '"' + new String(inJson(), StandardCharsets.UTF_8) + '"';
        try (JsonParser parser = FACTORY.createParser(literal)) {
            return parser.nextTextValue();
        } catch (IOException e) {
            throw new UncheckedIOException("a JSON string can always be read", e);
        }
    }

    /** The media type without its parameters, which the MIME Sniffing Standard calls its essence. */
    public String essence() {
        int end = mediaType.indexOf(';');
        return end < 0 ? mediaType : mediaType.substring(0, end);
    }

    /** The same with another URL, of ASCII characters that JSON does not escape, in place of {@link Paths#SITE_URL}. */
    public Representation withSiteUrl(String url) {
        int changed = length + siteUrls * (url.length() - Paths.SITE_URL.length());
        // Only when the content is asked for, which HEAD does not.
        return siteUrls == 0
                ? this
                : new Representation(mediaType, () -> inJsonWith(url), changed, siteUrls, location, hash);
    }

    private byte[] inJsonWith(String url) {
        // In this charset a byte is a character, whatever it is a part of.
        return new String(inJson(), StandardCharsets.ISO_8859_1)
                .replace(Paths.SITE_URL, url)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The same at a path of its own. */
    public Representation at(String location) {
        return new Representation(mediaType, escaped, length, siteUrls, location, hash);
    }

    /** With its hash: CRC-32 and the end of the length, as the native function has no security services, thus no SHA-256. */
    public Representation hashed() {
        CRC32 sum = new CRC32();
        sum.update(inJson());
        HexFormat hex = HexFormat.of();
        return new Representation(
                mediaType,
                escaped,
                length,
                siteUrls,
                location,
                hex.toHexDigits(sum.getValue(), 8) + hex.toHexDigits(length, 4));
    }

    /** The same in a fraction of the space. */
    public Representation packed(byte[] dictionary) {
        return new Representation(mediaType, Packed.of(inJson(), dictionary), length, siteUrls, location, hash);
    }
}
