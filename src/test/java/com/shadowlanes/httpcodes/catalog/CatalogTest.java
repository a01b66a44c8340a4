package com.shadowlanes.httpcodes.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
    private final Catalog catalog = DatasetReader.read();

    @ParameterizedTest
    @ValueSource(ints = {99, 1000})
    void rejectsANumberThatIsNoStatusCode(int number) {
        Use use = catalog.get(404).main();
        assertThrows(
                IllegalArgumentException.class,
                () -> new StatusCode(number, null, use, List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void showsBothNamesOfAnUnusedCode() {
        assertEquals(
                "418 I'm a teapot (Unused)", catalog.find(418).orElseThrow().title());
    }
}
