package com.shadowlanes.httpcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NegotiationTest {
    private static final List<String> FORMS = List.of("text/html", "application/json", "text/plain", "text/markdown");

    @ParameterizedTest
    @CsvFileSource(resources = "/negotiation.csv", useHeadersInDisplayName = true, delimiter = '|')
    void choosesTheFormThatIsAskedFor(String accept, String expected) {
        assertEquals(
                expected,
                Negotiation.choose(FORMS, UnaryOperator.identity(), accept).orElse("none"));
    }
}
