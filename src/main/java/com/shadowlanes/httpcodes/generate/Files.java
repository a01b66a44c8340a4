package com.shadowlanes.httpcodes.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Files of the class path that are published. */
final class Files {
    private Files() {}

    /** @throws IllegalStateException if there is no such file */
    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /**
     * A property that Maven has put into a file.
     *
     * @return null where the build was not told
     */
    static String property(String file, String name) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        String value = properties.getProperty(name);
        return value.isEmpty() ? null : value;
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
