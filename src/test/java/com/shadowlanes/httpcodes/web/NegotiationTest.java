package com.shadowlanes.httpcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NegotiationTest {
    private static final List<String> FORMS = List.of("html", "json", "text", "markdown");
    private static final Map<String, String> ESSENCES =
            Map.of("html", "text/html", "json", "application/json", "text", "text/plain", "markdown", "text/markdown");

    @ParameterizedTest
    @CsvFileSource(resources = "/negotiation.csv", useHeadersInDisplayName = true, delimiter = '|')
    void choosesTheFormThatIsAskedFor(String accept, String expected) {
        assertEquals(expected, Negotiation.choose(FORMS, ESSENCES::get, accept).orElse("none"));
    }
}
