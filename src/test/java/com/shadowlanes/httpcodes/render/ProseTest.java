package com.shadowlanes.httpcodes.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.shadowlanes.httpcodes.BuiltSite;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
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

    /** What is a command stands in angle brackets. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ask it: `curl -I https://a.example`. Then wait. | Ask it: / <curl -I https://a.example> / Then wait.",
                "`nginx -t`, then `nginx -s reload`. | `nginx -t`, then `nginx -s reload`. / <nginx -s reload>",
                "Run `dig +short A a.example` twice. Look: `ss -t -l`. | Run `dig +short A a.example` twice. Look: / <dig +short A a.example> / <ss -t -l>",
                "The header `curl: x` and `GET https://a.example` | The header `curl: x` and `GET https://a.example`"
            })
    void givesCommandsLinesOfTheirOwn(String text, String expected) {
        assertEquals(
                expected,
                prose.blocks(text).stream()
                        .map(block -> block.command() ? "<" + block.text() + ">" : block.text())
                        .collect(Collectors.joining(" / ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "curl -sI -H 'Accept: a/b' https://a.example | k:curl o:-sI o:-H s:'Accept: a/b'",
                "ls x; grep -n limit | k:ls k:grep o:-n",
                "aws s3api head-object --bucket reports | k:aws o:--bucket"
            })
    void coloursCommands(String command, String expected) {
        assertEquals(expected, kinds(CodeTokens.command(command)));
    }

    @Test
    void coloursMessages() {
        String message = "GET /a?b HTTP/1.1\nHost: a.example\n\n{\"a\": 1, \"b\": \"GET: c\"}";
        assertEquals("k:GET n:Host n:\"a\" n:\"b\" s:\"GET: c\"", kinds(CodeTokens.message(message)));
        assertEquals("k:404 n:Retry-After", kinds(CodeTokens.message("HTTP/1.1 404 Not Found\nRetry-After: 120")));
    }

    private static String kinds(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.kind() != null)
                .map(token -> token.kind() + ":" + token.text().strip())
                .collect(Collectors.joining(" "));
    }
}
