package com.shadowlanes.httpcodes.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files of the class path that are published. */
final class Files {
    private Files() {}

    /** @throws IllegalStateException if there is no such file */
    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException if there is no such file */
    static byte[] bytes(String name) {
        try (InputStream file = Files.class.getResourceAsStream("/" + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
