package com.shadowlanes.httpcodes.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {
    private final Catalog catalog = Catalog.load();

    @ParameterizedTest
    @ValueSource(ints = {99, 1000})
    void rejectsANumberThatIsNoStatusCode(int number) {
        Use use = catalog.get(404).main();
        assertThrows(
                IllegalArgumentException.class,
                () -> new StatusCode(number, use, List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void showsBothNamesOfAnUnusedCode() {
        assertEquals(
                "418 I'm a teapot (Unused)", catalog.find(418).orElseThrow().title());
    }

    @Test
    void findsNeighboursAndTheNearest() {
        StatusCode notFound = catalog.find(404).orElseThrow();
        assertEquals(403, catalog.previous(notFound).orElseThrow().code());
        assertEquals(405, catalog.next(notFound).orElseThrow().code());
        assertTrue(catalog.previous(catalog.find(100).orElseThrow()).isEmpty());
        assertEquals(
                List.of(403, 404, 405),
                catalog.nearest(404, 3).stream().map(StatusCode::code).toList());
    }
}
