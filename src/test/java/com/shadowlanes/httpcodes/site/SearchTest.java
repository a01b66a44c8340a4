package com.shadowlanes.httpcodes.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.shadowlanes.httpcodes.BuiltSite;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import com.shadowlanes.httpcodes.catalog.Use;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.NativeJSON;
import org.mozilla.javascript.ScriptableObject;

class SearchTest {
    private static final Site SITE = BuiltSite.SITE;
    private static Context javascript;
    private static ScriptableObject scope;

    @BeforeAll
    static void loadsWhatTheBrowserLoads() {
        javascript = Context.enter();
        javascript.setLanguageVersion(Context.VERSION_ES6);
        scope = javascript.initStandardObjects();
        javascript.evaluateString(scope, asset("site"), "site.js", 1, null);
        javascript.evaluateString(scope, "var rows = " + asset("search"), "search.json", 1, null);
    }

    @AfterAll
    static void leaves() {
        Context.exit();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/search.csv", useHeadersInDisplayName = true)
    void putsTheExpectedCodeFirst(String query, int first) {
        List<Integer> found = onTheServer(query);
        assertTrue(!found.isEmpty() && found.get(0) == first, query + " finds " + found);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/search.csv", useHeadersInDisplayName = true)
    void ranksInTheBrowserAsOnTheServer(String query) throws IOException {
        assertEquals(onTheServer(query), inTheBrowser(query));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void findsACodeByEachOfItsNames(StatusCode code) throws IOException {
        for (String name : namesOf(code)) {
            List<Integer> found = onTheServer(name);
            assertTrue(found.contains(code.code()), name + " finds " + found);
            StatusCode first = BuiltSite.CATALOG.get(found.get(0));
            // Some share a name: 401 and 561 are Unauthorized.
            assertTrue(
                    namesOf(first).stream().map(Words::name).anyMatch(Words.name(name)::equals),
                    name + " finds " + found);
            assertEquals(found, inTheBrowser(name), name);
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void forgivesAMissingLetterInAName(StatusCode code) throws IOException {
        String name = code.main().reasonPhrase();
        for (int i = 0; i < name.length(); i++) {
            String misspelt = name.substring(0, i) + name.substring(i + 1);
            if (letters(misspelt).length() > 4) {
                List<Integer> found = onTheServer(misspelt);
                assertTrue(found.contains(code.code()), misspelt + " finds " + found);
                StatusCode first = BuiltSite.CATALOG.get(found.get(0));
                assertEquals(name, first.main().reasonPhrase(), misspelt + " finds " + found);
                if (i == name.length() / 2) {
                    assertEquals(found, inTheBrowser(misspelt), misspelt);
                }
            }
        }
    }

    private static Stream<StatusCode> codes() {
        return BuiltSite.CATALOG.all().stream();
    }

    private static List<String> namesOf(StatusCode code) {
        return Stream.of(
                        code.uses().map(Use::reasonPhrase),
                        code.formerReasonPhrases().stream().map(StatusCode.FormerReasonPhrase::reasonPhrase),
                        code.constants().stream().map(StatusCode.Constant::name))
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "!?", "zzzz", "<>'\""})
    void findsNothingWhereNothingMatches(String query) throws IOException {
        assertEquals(List.of(), inTheBrowser(query));
        assertEquals(List.of(), onTheServer(query));
    }

    @Test
    void narrowsAsAQueryGrows() {
        assertTrue(onTheServer("4").containsAll(onTheServer("40")));
        assertTrue(onTheServer("too").containsAll(onTheServer("too many")));
    }

    private static List<Integer> onTheServer(String query) {
        return SITE.search().find(query).stream().map(Search.Entry::code).toList();
    }

    private static List<Integer> inTheBrowser(String query) throws IOException {
        org.mozilla.javascript.Function search = (org.mozilla.javascript.Function) scope.get("search", scope);
        Object found = search.call(javascript, scope, scope, new Object[] {scope.get("rows", scope), query});
        JsonNode rows = new ObjectMapper()
                .readTree(NativeJSON.stringify(javascript, scope, found, null, null)
                        .toString());
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get(0).asInt())
                .toList();
    }

    private static String asset(String name) {
        return SITE.paths().stream()
                .filter(path -> path.startsWith("/assets/" + name + "."))
                .map(path -> SITE.at(path).get(0).content())
                .findFirst()
                .orElseThrow();
    }
}
