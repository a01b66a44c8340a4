package com.shadowlanes.httpcodes.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.shadowlanes.httpcodes.site.Document;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NegotiationTest {
    private static final List<Document> FORMS = List.of(
            new Document(Document.HTML, "html"),
            new Document(Document.JSON, "json"),
            new Document(Document.TEXT, "text"),
            new Document(Document.MARKDOWN, "markdown"));

    @ParameterizedTest
    @CsvFileSource(resources = "/negotiation.csv", useHeadersInDisplayName = true, delimiter = '|')
    void choosesTheFormThatIsAskedFor(String accept, String expected) {
        assertEquals(
                expected,
                Negotiation.choose(FORMS, accept).map(Document::content).orElse("none"));
    }
}
