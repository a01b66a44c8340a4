package com.shadowlanes.httpcodes.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.shadowlanes.httpcodes.SmallCatalog;
import com.shadowlanes.httpcodes.site.Representation;
import com.shadowlanes.httpcodes.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is made of a small catalog, word for word. A change of a template or of what is generated shows as a difference to the
 * files in {@code dataset/expected}; with {@code -Dexpected.update} this test writes them, and the difference is read.
 */
class SmallSiteTest {
    private static final Path EXPECTED = Path.of("src/test/resources/dataset/expected");

    /** Members that pages show with a label, as a link, or in another form. */
    private static final Set<String> VALUES = Set.of(
            "state",
            "seenBy",
            "content",
            "cacheability",
            "method",
            "advice",
            "in",
            "requirement",
            "url",
            "section",
            "checked",
            "title",
            "request",
            "response");

    private final Site site = SiteGenerator.generate(SmallCatalog.read()).site();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/404",
                "/404.problem.json",
                "/499",
                "/777",
                "/1xx",
                "/4xx",
                "/codes",
                "/compare",
                "/compare/404-vs-410",
                "/compare/404-vs-777",
                "/choose",
                "/choose/gone",
                "/llms.txt",
                "/robots.txt",
                "/sitemap.xml"
            })
    void isAsExpected(String path) throws IOException {
        Path file =
                EXPECTED.resolve((path.equals("/") ? "home" : path.substring(1).replace('/', '-')) + ".txt");
        String actual = site.at(path).stream().map(SmallSiteTest::shown).collect(Collectors.joining("\n"));
        if (Boolean.getBoolean("expected.update")) {
            Files.writeString(file, actual);
        }
        assertEquals(Files.readString(file), actual, "./mvnw test -Dtest=SmallSiteTest -Dexpected.update");
    }

    /** Of a page what is in its head and its main part; the rest is the same on all pages. */
    private static String shown(Representation form) {
        String content = form.content();
        if (form.mediaType().equals(Representation.HTML)) {
            var page = Jsoup.parse(content);
            page.select("link[rel=stylesheet], script[src]").remove(); // their names have hashes
            content = page.head().html() + "\n" + page.select("nav.menu").outerHtml() + "\n"
                    + page.select("main").outerHtml() + "\n";
        }
        return "=== " + form.mediaType() + (form.location() == null ? "" : " at " + form.location()) + "\n\n" + content;
    }

    /** What the JSON says of a code in words stands on its page and in its Markdown, too; values of vocabularies have labels there. */
    @ParameterizedTest
    @ValueSource(strings = {"/404", "/499"})
    void hasNoTextInJsonAlone(String path) throws IOException {
        String page = Jsoup.parse(site.at(path).get(0).content()).text();
        String markdown = site.at(path + ".md").get(0).content().replace("`", "");
        JsonNode json =
                new ObjectMapper().readTree(site.at(path + ".json").get(0).content());
        for (String text : texts(json, new ArrayList<>())) {
            assertTrue(page.contains(text), "only in JSON: " + text);
            assertTrue(markdown.contains(text), "not in Markdown: " + text);
        }
    }

    private static List<String> texts(JsonNode node, List<String> texts) {
        node.properties().forEach(member -> {
            if (member.getValue().isTextual() && !VALUES.contains(member.getKey())) {
                texts.add(member.getValue().asText().strip());
            }
            texts(member.getValue(), texts);
        });
        if (node.isArray()) {
            node.forEach(element -> texts(element, texts));
        }
        return texts;
    }

    @Test
    void hasThePictureOfEachCode() throws IOException {
        for (int code : List.of(404, 410, 777)) {
            try (var drawn = getClass().getResourceAsStream("/pictures/" + code + ".png")) {
                assertArrayEquals(
                        drawn.readAllBytes(),
                        site.at("/" + code + ".png").get(0).bytes());
            }
        }
    }

    @Test
    void hasAProblemDocumentForErrorsThatAClientSeesAlone() {
        assertTrue(site.has("/404.problem.json"));
        assertFalse(site.has("/499.problem.json"), "only a log shows it");
        assertFalse(site.has("/777.problem.json"), "it is outside the classes");
    }

    @Test
    void namesTheFormsInTheOrderInWhichTheyArePreferred() {
        assertEquals(
                List.of("text/html", "application/json", "text/plain", "text/markdown", "text/csv"),
                site.at("/codes").stream().map(Representation::essence).toList());
    }

    @Test
    void tellsWhichValueAProblemDoesNotHave() {
        String message = assertThrows(
                        IllegalStateException.class,
                        () -> SiteGenerator.generate(SmallCatalog.read(
                                "tables/problems.yaml", text -> text.replace("Why it is nothing-there.", "No {pth}."))))
                .getMessage();
        assertEquals("tables/problems.yaml, nothing-there: there is no {pth}; the values are [path]", message);
    }

    @Test
    void tellsWhichProblemHasNoText() {
        String message = assertThrows(
                        IllegalStateException.class,
                        () -> SiteGenerator.generate(SmallCatalog.read(
                                "tables/problems.yaml", text -> text.replace("id: failed", "id: fallen"))))
                .getMessage();
        assertEquals("tables/problems.yaml has fallen, and nothing says it", message);
        message = assertThrows(
                        IllegalStateException.class,
                        () -> SiteGenerator.generate(SmallCatalog.read(
                                "tables/problems.yaml", text -> text.replaceFirst("- id: failed\n.*\n.*\n", ""))))
                .getMessage();
        assertEquals("tables/problems.yaml lacks failed", message);
    }
}
