package com.shadowlanes.httpcodes.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide to the right code and the comparisons of two: {@code tables/questions.yaml}, {@code tables/comparisons.yaml}. */
class GuideTest {
    private static final Catalog CATALOG = DatasetReader.read();
    private static final int MOST_STEPS = 6;

    static Collection<Question> questions() {
        return CATALOG.questions();
    }

    static Collection<Comparison> comparisons() {
        return CATALOG.comparisons();
    }

    /** Follows every path from the start; one that went in a circle would be too long, too. */
    @Test
    void everyPathEndsAtACodeSoon() {
        Set<String> reached = new HashSet<>();
        follow(List.of(Question.START), reached);
        assertEquals(
                questions().stream().map(Question::id).sorted().toList(),
                reached.stream().sorted().toList(),
                "these questions must all be reached");
    }

    private static void follow(List<String> path, Set<String> reached) {
        assertTrue(path.size() <= MOST_STEPS, "too many questions, or a circle: " + path);
        String last = path.get(path.size() - 1);
        reached.add(last);
        questions().stream()
                .filter(question -> question.id().equals(last))
                .flatMap(question -> question.answers().stream())
                .filter(answer -> answer.question() != null)
                .forEach(answer -> follow(
                        Stream.concat(path.stream(), Stream.of(answer.question()))
                                .toList(),
                        reached));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 406, 407, 408, 409, 410,
                412, 413, 414, 415, 416, 421, 422, 423, 425, 428, 429, 431, 451, 499, 500, 501, 502, 503, 504, 507, 511,
                520, 521, 522, 524, 525, 526
            })
    void aCommonCodeIsReached(int code) {
        assertTrue(
                questions().stream()
                        .flatMap(question -> question.answers().stream())
                        .anyMatch(answer -> answer.code() != null && answer.code() == code),
                "no answer in tables/questions.yaml leads to " + code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "200-vs-201", "200-vs-204", "201-vs-202", "204-vs-205", "301-vs-302", "301-vs-308", "302-vs-303",
                "302-vs-307", "304-vs-412", "307-vs-308", "400-vs-422", "401-vs-403", "403-vs-404", "404-vs-410",
                "408-vs-499", "408-vs-504", "409-vs-412", "409-vs-422", "429-vs-503", "500-vs-502", "502-vs-503",
                "502-vs-504", "502-vs-520", "503-vs-504", "504-vs-524"
            })
    void thePairsThatPeopleAskAboutAreCompared(String name) {
        assertTrue(CATALOG.comparisons().stream().map(Comparison::name).anyMatch(name::equals), name);
    }

    @Test
    void comparisonsAreInOrder() {
        assertEquals(
                CATALOG.comparisons().stream().map(Comparison::name).sorted().toList(),
                CATALOG.comparisons().stream().map(Comparison::name).toList(),
                "tables/comparisons.yaml must be in order");
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void aComparisonDecidesInSentencesOfItsOwn(Comparison comparison) {
        assertTrue(
                CATALOG.all().stream()
                        .flatMap(StatusCode::uses)
                        .flatMap(use -> Stream.of(use.meaning(), use.whenToUse(), use.whenNotToUse()))
                        .noneMatch(comparison.decision()::equals),
                comparison.name() + ": this text stands at a code");
    }

    /** So that thirty codes stay helpful to those who meet them. */
    @Test
    void theCodesThatPeopleMeetMostHaveCausesAndCures() {
        assertTrue(CATALOG.all().stream()
                        .filter(code -> code.main().troubleshooting() != null)
                        .count()
                >= 30);
    }
}
