package com.shadowlanes.httpcodes.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.shadowlanes.httpcodes.catalog.Use.Cacheability;
import com.shadowlanes.httpcodes.catalog.Use.Content;
import com.shadowlanes.httpcodes.catalog.Use.Retry.Advice;
import com.shadowlanes.httpcodes.catalog.Use.SeenBy;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The rules that every file of the dataset keeps. A failure names the file and the cure. */
class DatasetTest {
    private static final Path CODES = Path.of("src/main/resources/codes");
    private static final Path TABLES = Path.of("src/main/resources/tables");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final Catalog CATALOG = DatasetReader.read();

    static List<Path> codeFiles() throws IOException {
        return yaml(CODES);
    }

    static List<Path> allFiles() throws IOException {
        return Stream.concat(yaml(CODES).stream(), yaml(TABLES).stream()).toList();
    }

    private static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    static Stream<StatusCode> codes() {
        return CATALOG.all().stream();
    }

    @ParameterizedTest
    @MethodSource("codeFiles")
    void everyFileIsNamedByItsNumber(Path file) {
        assertTrue(
                file.getFileName().toString().matches("[1-9][0-9]{2}\\.yaml"),
                file + ": the name must be a status code, like 404.yaml");
    }

    /** The first line names the schema, which is how editors find it too. */
    @ParameterizedTest
    @MethodSource("allFiles")
    void everyFileKeepsItsSchema(Path file) throws IOException {
        String schema = file.startsWith(CODES)
                ? "schema.json"
                : file.getFileName().toString().replace(".yaml", ".schema.json");
        try (BufferedReader yaml = Files.newBufferedReader(file)) {
            assertEquals("# yaml-language-server: $schema=" + schema, yaml.readLine(), file + ": the first line");
            Object content = new Load(LoadSettings.builder().build()).loadFromReader(yaml);
            assertEquals(
                    List.of(),
                    List.copyOf(SCHEMAS.getSchema(file.resolveSibling(schema).toUri())
                            .validate(new ObjectMapper().valueToTree(content))),
                    file.toString());
        }
    }

    @Test
    void everyFileIsInTheCatalog() throws IOException {
        assertEquals(
                codeFiles().stream()
                        .map(file -> file.getFileName().toString().substring(0, 3))
                        .toList(),
                codes().map(code -> "" + code.code()).toList(),
                "a code that has no file is left over from an earlier build: ./mvnw clean");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/iana.csv", useHeadersInDisplayName = true)
    void everyRegisteredCodeIsAsRegistered(
            int code, String description, String reference, String section, String state) {
        String file = "codes/" + code + ".yaml: ";
        Use use = CATALOG.find(code)
                .orElseThrow(() -> new AssertionError(file + "is missing, and IANA has registered the code"))
                .main();
        assertEquals(description, use.reasonPhrase(), file + "the first reasonPhrase must be the registry's");
        assertEquals(state, use.state().value(), file + "the first state must be the registry's");
        // The registry names one version of a draft; the page names the draft.
        String document = reference.replaceFirst("^RFC", "RFC ").replaceFirst("(?<=draft-.{1,80})-[0-9]{2}$", "");
        assertEquals(document, use.source().title(), file + "the source must be the registry's");
        assertEquals(section, use.source().section(), file + "the section must be the registry's");
    }

    @Test
    void nothingElseCountsAsRegistered() throws IOException {
        List<String> registered = Files.readAllLines(Path.of("src/test/resources/iana.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, 3))
                .toList();
        assertEquals(
                registered,
                codes().filter(StatusCode::inRegistry)
                        .map(code -> "" + code.code())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void otherUsesAreNotRegistered(StatusCode code) {
        code.otherUses()
                .forEach(use -> assertTrue(
                        !use.state().inRegistry(),
                        at(code, use) + "a second use must be unofficial or withdrawn, not "
                                + use.state().value()));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyTextHasOneToFourSentences(StatusCode code) {
        texts(code, (use, text) -> {
            long sentences = Pattern.compile("[.?!](?=\\s|$)")
                    .matcher(withoutCode(text))
                    .results()
                    .count();
            assertTrue(
                    sentences >= 1 && sentences <= 4, at(code, use) + sentences + " sentences, at most four: " + text);
        });
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyNumberInATextIsACodeWithAPage(StatusCode code) {
        texts(code, (use, text) -> {
            String unknown = Pattern.compile("(?<![\\w.,/:-])[1-9][0-9]{2}(?![\\w/-]|[.,:][0-9])")
                    .matcher(withoutCode(text))
                    .results()
                    .map(MatchResult::group)
                    .filter(number -> CATALOG.find(Integer.parseInt(number)).isEmpty())
                    .collect(Collectors.joining(", "));
            assertEquals("", unknown, at(code, use) + "no such code; put other numbers into `backticks`: " + text);
        });
    }

    @ParameterizedTest
    @MethodSource("codes")
    void noTextStandsTwice(StatusCode code) {
        texts(
                code,
                (use, text) -> assertEquals(
                        1,
                        codes().flatMap(StatusCode::uses)
                                .flatMap(DatasetTest::texts)
                                .filter(text::equals)
                                .count(),
                        at(code, use) + "this text stands elsewhere too: " + text));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyRegisteredCodeSaysHowItBehaves(StatusCode code) {
        Use use = code.main();
        if (use.state().inRegistry() && use.state() != State.UNUSED) {
            assertNotNull(use.content(), at(code, use) + "content is missing");
            assertNotNull(use.cacheability(), at(code, use) + "cacheability is missing");
            assertNotNull(use.retry(), at(code, use) + "retry is missing");
            assertFalse(use.related().isEmpty(), at(code, use) + "related is missing");
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeOnTheWireHasAnExampleOfIt(StatusCode code) {
        code.uses()
                .filter(use -> use.state() != State.UNUSED && use.state() != State.WITHDRAWN)
                .filter(use -> use.state().inRegistry() || use.seenBy() == SeenBy.CLIENT)
                .forEach(use -> assertNotNull(use.wireExample(), at(code, use) + "wireExample is missing"));
    }

    /** RFC 9110 §15.1 for its own codes; RFC 7725 §3; RFC 6585 §3 to 6. */
    @Test
    void cacheabilityIsThatOfTheSpecifications() {
        assertEquals(
                List.of(200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 451, 501),
                registered(use -> use.cacheability() == Cacheability.HEURISTIC));
        assertEquals(List.of(428, 429, 431, 511), registered(use -> use.cacheability() == Cacheability.NEVER));
        assertEquals(
                List.of(100, 101, 102, 103, 104, 304),
                registered(use -> use.cacheability() == Cacheability.NOT_APPLICABLE));
    }

    /** RFC 9110 §15.2, §15.3.5, §15.3.6 and §15.4.5. */
    @Test
    void contentIsForbiddenWhereTheSpecificationsForbidIt() {
        assertEquals(
                List.of(100, 101, 102, 103, 104, 204, 205, 304), registered(use -> use.content() == Content.FORBIDDEN));
    }

    /** Where a response carries the request on, succeeds, or leads to another URL, nothing failed. */
    @Test
    void aRetryIsNotNeededWhereNothingFailed() {
        assertEquals(
                List.of(
                        100, 101, 102, 103, 104, 200, 201, 202, 203, 204, 205, 206, 208, 226, 300, 301, 302, 303, 304,
                        307, 308),
                registered(use -> use.retry() != null && use.retry().advice() == Advice.NOT_NEEDED));
    }

    /** What a receiver should do stands in retry and troubleshooting. */
    @ParameterizedTest
    @MethodSource("codes")
    void whenToUseSpeaksToTheSender(StatusCode code) {
        code.uses()
                .forEach(use -> assertFalse(
                        Pattern.compile("(?i)\\b(if|when) you (receive|get|see|call|own|are a visitor)\\b")
                                .matcher(use.whenToUse())
                                .find(),
                        at(code, use) + "this is advice for receivers: " + use.whenToUse()));
    }

    /** A cause is what happened to the reader's system, not what the reader does not know. */
    @ParameterizedTest
    @MethodSource("codes")
    void aCauseIsSomethingThatHappened(StatusCode code) {
        code.uses()
                .map(Use::troubleshooting)
                .filter(Objects::nonNull)
                .flatMap(sides -> Stream.concat(sides.client().stream(), sides.server().stream()))
                .forEach(remedy -> assertFalse(
                        remedy.cause().matches("You (cannot|do not|don't) (tell|know|see|find)\\b.*"),
                        "codes/" + code.code() + ".yaml: " + remedy.cause()));
    }

    @Test
    void redirectsSayWhatBecomesOfTheMethod() {
        assertEquals(List.of(301, 302, 303, 307, 308), registered(use -> use.redirect() != null));
    }

    private static List<Integer> registered(Predicate<Use> rule) {
        return codes().filter(StatusCode::inRegistry)
                .filter(code -> rule.test(code.main()))
                .map(StatusCode::code)
                .toList();
    }

    private interface Rule {
        void check(Use use, String text);
    }

    private static void texts(StatusCode code, Rule rule) {
        code.uses().forEach(use -> texts(use).forEach(text -> rule.check(use, text)));
    }

    private static Stream<String> texts(Use use) {
        return Stream.of(use.summary(), use.meaning(), use.whenToUse(), use.example(), use.whenNotToUse());
    }

    private static String withoutCode(String text) {
        return text.replaceAll("`[^`]*`", "`");
    }

    private static String at(StatusCode code, Use use) {
        return "codes/" + code.code() + ".yaml, " + use.reasonPhrase() + ": ";
    }
}
