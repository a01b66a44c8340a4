package com.shadowlanes.httpcodes.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.shadowlanes.httpcodes.SmallCatalog;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Breaks the small dataset of the tests in one way at a time: the message must lead to the place, and say what is wrong. */
class BrokenDatasetTest {
    @Test
    void acceptsTheDatasetThatTheOtherTestsBreak() {
        Catalog catalog = SmallCatalog.read("", text -> text);
        assertEquals(
                List.of(404, 410, 499, 777),
                catalog.all().stream().map(StatusCode::code).toList());
        StatusCode code = catalog.get(404);
        assertEquals(
                "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.10",
                code.main().source().url());
        assertEquals(2, catalog.get(777).uses().count());
        assertEquals(2, code.formerReasonPhrases().size());
        assertEquals(
                List.of("NOT_FOUND", "MISSING", "LOST", "NOT_FOUND"),
                code.constants().stream().map(StatusCode.Constant::name).toList());
        assertEquals(List.of("One", "Two"), clients(code));
        assertEquals(List.of("One"), clients(catalog.get(777)));
        assertEquals(2, catalog.comparisons().size());
        assertEquals(2, catalog.questions().size());
    }

    private static List<String> clients(StatusCode code) {
        return code.retriedBy().stream().map(StatusCode.RetryClient::name).toList();
    }

    /** A {@code \n} in a column is a line break. The message begins with the file that is broken. */
    @ParameterizedTest(name = "{2}")
    @CsvFileSource(resources = "/broken-dataset.csv", numLinesToSkip = 1, delimiter = '|', quoteCharacter = '^')
    void saysWhereAndWhy(String valid, String broken, String message) {
        String before = valid.replace("\\n", "\n");
        String after = broken == null ? "" : broken.replace("\\n", "\n");
        String file = message.replaceFirst("[,:].*", "");
        assertMessage(message, file, text -> {
            assertEquals(2, text.split(Pattern.quote(before), -1).length, file + " must have this once");
            return text.replace(before, after);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''          | codes/404.yaml: the file must be a list of at least one row
            []          | codes/404.yaml: the file must be a list of at least one row
            state: odd  | codes/404.yaml: the file must be a list of at least one row
            -           | codes/404.yaml, line 1, row 1: is empty
            - Not Found | codes/404.yaml, line 1, row 1: must be a mapping with members
            """)
    void saysWhatAFileMustBe(String content, String message) {
        assertMessage(message, "codes/404.yaml", text -> content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classes",
                "comparisons",
                "constants",
                "former-reason-phrases",
                "headings",
                "labels",
                "problems",
                "questions",
                "retry-clients"
            })
    void saysThatATableIsMissing(String name) {
        String file = "tables/" + name + ".yaml";
        assertMessage(file + ": the file is missing", file, text -> null);
    }

    @Test
    void saysThatARowIsMissing() {
        assertMessage(
                "tables/classes.yaml: there is no class 4xx",
                "tables/classes.yaml",
                text -> text.replaceFirst("(?s)- class: 4xx.*(?=- class: 5xx)", ""));
        assertMessage(
                "tables/labels.yaml: there is no row for the member retry",
                "tables/labels.yaml",
                text -> text.replaceFirst("(?s)- member: retry.*", ""));
        assertMessage(
                "tables/questions.yaml: there is no question start",
                "tables/questions.yaml",
                text -> text.replace("id: start", "id: begin"));
    }

    @Test
    void takesNoForAWord() {
        Catalog catalog = SmallCatalog.read(
                "codes/404.yaml", text -> text.replace("reasonPhrase: Not Found", "reasonPhrase: no"));
        assertEquals("no", catalog.get(404).main().reasonPhrase());
    }

    private static void assertMessage(String message, String file, UnaryOperator<String> change) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> SmallCatalog.read(file, change))
                        .getMessage());
    }
}
