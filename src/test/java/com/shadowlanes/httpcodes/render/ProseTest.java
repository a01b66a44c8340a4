package com.shadowlanes.httpcodes.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.shadowlanes.httpcodes.BuiltSite;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {
    private final Prose prose = new Prose(List.of(404), BuiltSite.SITE.codes());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain words | plain words",
                "that is 410. | that is [410].",
                "that is 410: gone | that is [410]: gone",
                "not 404 itself | not 404 itself",
                "nor 477, which nobody uses | nor 477, which nobody uses",
                "410, 503 or (500) | [410], [503] or ([500])",
                "`GET /410` and `a < b` | {GET /410} and {a < b}",
                "RFC 9110, 10,410 rows, 4.410, port:410, 410:80, 410-fold | RFC 9110, 10,410 rows, 4.410, port:410, 410:80, 410-fold"
            })
    void marksCodeAndLinksOtherCodes(String text, String expected) {
        assertEquals(
                expected,
                prose.spans(text).stream()
                        .map(span -> span.code()
                                ? "{" + span.text() + "}"
                                : span.link() != null ? "[" + span.link().substring(1) + "]" : span.text())
                        .collect(Collectors.joining()));
    }
}
