package com.shadowlanes.httpcodes.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodesTest {
    private final Codes codes =
            new Codes(Stream.of(410, 404, 599, 200).map(CodesTest::brief).toList());

    private static Brief brief(int code) {
        return new Brief(code, "Name", "Name", null, "What it means.");
    }

    @Test
    void areInOrder() {
        assertEquals(
                List.of(200, 404, 410, 599),
                codes.all().stream().map(Brief::code).toList());
    }

    @Test
    void haveNeighbours() {
        assertEquals(200, codes.previous(404).code());
        assertEquals(410, codes.next(404).code());
        assertNull(codes.previous(200));
        assertNull(codes.next(599));
    }

    @Test
    void areFoundByTheirDistance() {
        assertEquals(
                List.of(404, 410),
                codes.nearest(477, 2).stream().map(Brief::code).toList());
        assertEquals(4, codes.nearest(477, 9).size());
    }

    @Test
    void nameTheOneThatIsMissing() {
        assertEquals(
                "477 is not explained",
                assertThrows(NoSuchElementException.class, () -> codes.get(477)).getMessage());
    }

    @Test
    void belongToTheClassOfTheirFirstDigit() {
        assertEquals(5, brief(599).classDigit());
        assertEquals(0, brief(600).classDigit());
        assertEquals(1, brief(100).classDigit());
    }
}
