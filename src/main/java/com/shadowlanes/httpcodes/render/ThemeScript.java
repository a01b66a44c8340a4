package com.shadowlanes.httpcodes.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The one script that stands in every page: it sets the theme before the page is painted. The Content-Security-Policy names
 * it by its hash. Both are constants, because the native function has neither the file nor SHA-256.
 */
public final class ThemeScript {
    /** {@code assets/theme.js}. */
    public static final String TEXT = text();

    /** As a source expression of the policy: {@code 'sha256-…'}. */
    public static final String HASH = hash();

    private ThemeScript() {}

    private static String text() {
        try (InputStream file = ThemeScript.class.getResourceAsStream("/assets/theme.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("assets/theme.js cannot be read", e);
        }
    }

    private static String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(TEXT.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
