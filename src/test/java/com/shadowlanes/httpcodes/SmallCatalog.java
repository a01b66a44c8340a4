package com.shadowlanes.httpcodes;

import com.shadowlanes.httpcodes.catalog.Catalog;
import com.shadowlanes.httpcodes.catalog.DatasetReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A dataset of four codes that has everything that a dataset can have, and not much of it. */
public final class SmallCatalog {
    private static final Path DATASET = Path.of("src/test/resources/dataset");

    private SmallCatalog() {}

    public static Catalog read() {
        return read("", text -> text);
    }

    /** @param change what becomes of the content of one file; null removes it */
    public static Catalog read(String file, UnaryOperator<String> change) {
        return DatasetReader.read(each -> Optional.of(DATASET.resolve(each))
                .filter(Files::exists)
                .map(SmallCatalog::text)
                .map(each.equals(file) ? change : UnaryOperator.identity())
                .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
