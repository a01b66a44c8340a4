package com.shadowlanes.httpcodes.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.shadowlanes.httpcodes.BuiltSite;
import com.shadowlanes.httpcodes.catalog.Catalog;
import com.shadowlanes.httpcodes.catalog.Comparison;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import com.shadowlanes.httpcodes.catalog.Use;
import com.shadowlanes.httpcodes.render.PlainText;
import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.Representation;
import com.shadowlanes.httpcodes.site.Site;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SiteGeneratorTest {
    private static final Site SITE = BuiltSite.SITE;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SITE.at("/schema/code.json").get(0).content());

    private static final Catalog CATALOG = BuiltSite.CATALOG;

    static Stream<StatusCode> codes() {
        return CATALOG.all().stream();
    }

    static Stream<String> pages() {
        return SITE.paths().stream()
                .filter(path -> SITE.at(path).get(0).mediaType().equals(Representation.HTML));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasAPageThatExplainsIt(StatusCode code) {
        Element page = page("/" + code.code());
        Use use = code.main();
        assertEquals(code.title(), page.select("h1").text());
        assertEquals(
                code.title() + " - HTTP Status Code Explained",
                page.select("title").text());
        List<String> always = List.of("Meaning", "When to Use", "Example", "When Not to Use", "Source");
        assertEquals(
                always,
                page.select("h2").eachText().stream().filter(always::contains).toList());
        if (use.troubleshooting() != null) {
            assertEquals(
                    List.of("Meaning", "Common causes and fixes", "When to Use"),
                    page.select("h2").eachText().subList(0, 3));
        }
        assertEquals(use.meaning().replace("`", ""), sectionOf(page, "Meaning"));
        assertEquals(use.whenToUse().replace("`", ""), sectionOf(page, "When to Use"));
        assertEquals(use.example().replace("`", ""), sectionOf(page, "Example"));
        assertEquals(use.whenNotToUse().replace("`", ""), sectionOf(page, "When Not to Use"));
        assertEquals(use.source().url(), section(page, "Source").select("p a").attr("href"));
        assertTrue(
                page.select(".labels").first().text().contains(CATALOG.labels().state(use)));
        code.otherUses()
                .forEach(other -> assertTrue(page.select("h3").eachText().contains(other.reasonPhrase())));
        assertEquals("Back to Search", page.select("a.back").text().replace("← ", ""));
        assertEquals("" + code.code(), page.select(".menu a[aria-current] b").text());
        assertTrue(page.select(".menu details[open]").size() == 1);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyPageOfACodeDescribesItselfToMachines(StatusCode code) throws IOException {
        Element page = page("/" + code.code());
        String url = Paths.SITE_URL + "/" + code.code();
        String description = meta(page, "name", "description");
        String keywords = "HTTP " + code.code() + ", " + code.name() + ", HTTP status code, REST API, web development";
        assertTrue(description.length() <= 160 && description.endsWith("."), description);
        assertEquals(keywords, meta(page, "name", "keywords"));
        assertEquals(url, page.select("link[rel=canonical]").attr("href"));
        assertEquals(url, meta(page, "property", "og:url"));
        assertEquals(description, meta(page, "property", "og:description"));
        assertEquals(page.select("title").text(), meta(page, "property", "og:title"));
        assertEquals(description, meta(page, "name", "twitter:description"));
        assertEquals("summary_large_image", meta(page, "name", "twitter:card"));
        assertEquals(url + ".png", meta(page, "property", "og:image"));

        JsonNode article = JSON.readTree(
                page.select("script[type=application/ld+json]").first().data());
        assertEquals("TechArticle", article.path("@type").asText());
        assertEquals(
                code.title() + " - HTTP Status Code", article.path("headline").asText());
        assertEquals(description, article.path("description").asText());
        assertEquals(url, article.path("url").asText());
        assertEquals(keywords, article.path("keywords").asText());
        assertTrue(article.path("articleBody")
                .asText()
                .contains(code.main().example().replace("`", "")));
        assertEquals("Organization", article.path("publisher").path("@type").asText());
        assertEquals(
                "HTTP Codes Explainer", article.path("publisher").path("name").asText());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasAJsonDocument(StatusCode code) throws IOException {
        JsonNode json =
                JSON.readTree(SITE.at("/" + code.code() + ".json").get(0).content());
        assertEquals(List.of(), List.copyOf(SCHEMA.validate(json)));
        assertEquals(code.code(), json.path("code").asInt());
        assertEquals(code.main().reasonPhrase(), json.path("reasonPhrase").asText());
        assertEquals(code.main().meaning(), json.path("meaning").asText());
        assertEquals(code.statusClass() != null, json.has("class"));
        assertEquals(code.otherUses().size(), json.path("otherUses").size());
        assertFalse(hasNull(json), "a member that has nothing to say is left out");
        assertEquals(json, JSON.readTree(SITE.at("/" + code.code()).get(1).content()));
    }

    private static boolean hasNull(JsonNode node) {
        return node.isNull() || StreamSupport.stream(node.spliterator(), false).anyMatch(SiteGeneratorTest::hasNull);
    }

    @Test
    void listsAllCodesAsJson() throws IOException {
        JsonNode all = JSON.readTree(SITE.at("/codes.json").get(0).content());
        assertEquals("CC0-1.0", all.path("license").asText());
        assertEquals(CATALOG.all().size(), all.path("codes").size());
        for (JsonNode code : all.path("codes")) {
            assertEquals(
                    JSON.readTree(SITE.at("/" + code.path("code").asInt() + ".json")
                            .get(0)
                            .content()),
                    code);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageLeadsOnlyToWhatThereIs(String path) {
        for (Element link : page(path).select("[href^=/], [src^=/], [data-index]")) {
            String target = Stream.of("href", "src", "data-index")
                    .map(link::attr)
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .orElseThrow();
            assertTrue(
                    SITE.has(target.replaceFirst("#.*", "")) || target.startsWith(Paths.SEARCH + "?q="),
                    path + " leads to " + target);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageLoadsAnythingFromElsewhere(String path) {
        for (Element loaded : page(path).select("script[src], link[rel=stylesheet], link[rel=icon], img, iframe")) {
            String target = loaded.attr("src") + loaded.attr("href");
            assertTrue(target.matches("/[^/].*"), path + " loads " + target);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageHasTheMenuAndASearchField(String path) {
        Element page = page(path);
        assertEquals(6, page.select("nav.menu details").size());
        assertEquals(CATALOG.all().size(), page.select("nav.menu li a").size());
        assertEquals(1, page.select("form[role=search] input[name=q]").size());
        assertEquals(1, page.select("h1").size());
    }

    @Test
    void escapesWhatASearchBringsBack() {
        String page =
                BuiltSite.PAGES.found("<script>alert(1)</script>\"'", List.of()).content();
        assertFalse(page.contains("<script>alert"));
        assertEquals(
                "<script>alert(1)</script>\"'",
                Jsoup.parse(page).select("input[name=q]").attr("value"));
    }

    @Test
    void theSitemapNamesEveryPage() {
        List<String> named = Jsoup.parse(SITE.at("/sitemap.xml").get(0).content())
                .select("loc")
                .eachText();
        assertEquals(
                pages().filter(path -> !path.equals("/offline"))
                        .map(path -> Paths.SITE_URL + path)
                        .toList(),
                named);
    }

    /** Of the page alone, and with its style sheet and script; the limits are those of a slow mobile connection. */
    @ParameterizedTest
    @MethodSource("codes")
    void noPageOfACodeIsHeavy(StatusCode code) throws IOException {
        Element page = page("/" + code.code());
        int weight = compressed("/" + code.code());
        int assets = compressed(page.select("link[rel=stylesheet]").attr("href"))
                + compressed(page.select("script[src]").attr("src"));
        assertTrue(weight <= 11 * 1024, code.title() + ": " + weight + " bytes");
        assertTrue(
                weight + assets <= 20 * 1024, code.title() + ": " + (weight + assets) + " bytes with style and script");
    }

    @Test
    void theSearchIndexIsLight() throws IOException {
        int weight = compressed(page("/").select("body").attr("data-index"));
        assertTrue(weight <= 13 * 1024, weight + " bytes");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageHasAPictureOrIsLeftOutBySearchEngines(String path) {
        Element page = page(path);
        String picture = meta(page, "property", "og:image");
        if (meta(page, "name", "robots").equals("noindex")) {
            assertEquals("/offline", path);
        } else {
            assertEquals(
                    Representation.PNG,
                    SITE.at(picture.replace(Paths.SITE_URL, "")).get(0).mediaType());
            assertTrue(List.of("article", "website").contains(meta(page, "property", "og:type")));
        }
    }

    /** What the service worker keeps from the first visit is there. */
    @Test
    void theServiceWorkerKeepsWhatThereIs() {
        String kept = content("/sw.js")
                .lines()
                .filter(line -> line.startsWith("const KEPT"))
                .findFirst()
                .orElseThrow();
        List<String> paths = Pattern.compile("\"([^\"]+)\"")
                .matcher(kept)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(5, paths.size());
        paths.forEach(path -> assertTrue(SITE.has(path), path));
    }

    @Test
    void theShortListIsShort() {
        int length = SITE.at("/codes.brief.json").get(0).length();
        assertTrue(length <= 40 * 1024, length + " bytes");
    }

    /** Who reads a text in a terminal may not know whose paths those are. */
    @Test
    void linksInATextAreAbsoluteAndWhole() {
        for (String path : List.of("/codes.txt", "/4xx.txt")) {
            assertTrue(
                    content(path).contains("<https://httpcodes.shadowlanes.com/404.txt>"), path + ": " + content(path));
        }
        assertTrue(content("/401.txt").contains("<https://httpcodes.shadowlanes.com/compare/401-vs-403>"));
    }

    @Test
    void theServiceWorkerIsLight() {
        int weight = SITE.at("/sw.js").get(0).length();
        assertTrue(weight < 2 * 1024, weight + " bytes");
    }

    /** A side of the causes that has nothing to say has no heading either. */
    @ParameterizedTest
    @MethodSource("codes")
    void noListIsEmpty(StatusCode code) {
        Elements empty = page("/" + code.code()).select("main ul:not(:has(li)), main h3:not(:has(~ *))");
        assertEquals(0, empty.size(), code.code() + ": " + empty);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void theTableOfContentsNamesWhatIsThere(StatusCode code) {
        Element page = page("/" + code.code());
        assertEquals(
                page.select("article > section > h2").eachAttr("id"),
                page.select(".toc a").eachAttr("href").stream()
                        .map(link -> link.substring(1))
                        .toList());
    }

    /** Who negotiates gets the page for anything: the edge gives all of these one entry in its cache. */
    @Test
    void everyPathWithSeveralFormsPrefersThePage() {
        for (String path : SITE.paths()) {
            List<String> types =
                    SITE.at(path).stream().map(Representation::mediaType).toList();
            assertTrue(types.size() == 1 || types.get(0).equals(Representation.HTML), path + ": " + types);
        }
    }

    @Test
    void everyFormOfItsOwnIsAtItsPath() {
        SITE.paths().stream()
                .flatMap(path -> SITE.at(path).stream())
                .filter(form -> form.location() != null)
                .forEach(form -> assertEquals(List.of(form), SITE.at(form.location())));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void markdownSaysWhatThePageSays(StatusCode code) {
        Node markdown = Parser.builder().build().parse(content("/" + code.code() + ".md"));
        Element shown = Jsoup.parse(HtmlRenderer.builder().build().render(markdown));
        Element page = page("/" + code.code());
        // Beside each use, a page tells who defined it.
        page.select("summary h3")
                .forEach(h3 -> h3.appendText(" (" + h3.nextElementSibling().text() + ")"));
        assertEquals(
                page.select("article h1, article h2, article h3, article h4").eachText(),
                shown.select("h1, h2, h3, h4").eachText());
        assertEquals(page.select("pre").eachText(), shown.select("pre code").eachText());
        String text = shown.text();
        page.select("section p, .lead p, .causes summary, .command code").forEach(p -> {
            if (!p.text().startsWith("Former names")) {
                assertTrue(text.contains(p.text()), p.text());
            }
        });
        page.select("td code").forEach(name -> assertTrue(text.contains(name.text()), name.text()));
        page.select("#names ~ p a")
                .forEach(former -> assertTrue(text.contains("Former name: " + former.text() + " (")));
    }

    @Test
    void plainTextFitsATerminal() {
        for (String path : SITE.paths()) {
            for (Representation form : SITE.at(path)) {
                // Messages stay as they are, and a long address has no room to break. /llms.txt is Markdown.
                if (form.mediaType().equals(Representation.TEXT) && !path.equals("/llms.txt")) {
                    form.content()
                            .lines()
                            .filter(line ->
                                    line.length() > 80 && !line.startsWith("    ") && line.matches("[- ]*\\S+ .*"))
                            .forEach(line -> fail(path + ": " + line));
                }
            }
        }
    }

    @Test
    void plainTextIsMadeFromMarkdown() {
        assertEquals("""
                404 Not Found
                =============

                - Formerly Lost: RFC 1, section 2
                  <https://www.rfc-editor.org/rfc/rfc1#section-2>, checked today
                - 410 Gone: known to be gone for good
                - All codes <https://httpcodes.shadowlanes.com/codes.json>

                Meaning
                -------

                    GET /x HTTP/1.1

                    # no heading

                Deep
                ....
                """, PlainText.of("""
                        # 404 Not Found

                        - Formerly Lost: [RFC 1, section 2](https://www.rfc-editor.org/rfc/rfc1#section-2), checked today
                        - [410 Gone](https://httpcodes.shadowlanes.com/410.md): known to be gone for good
                        - [All codes](https://httpcodes.shadowlanes.com/codes.json)

                        ## Meaning

                        ```http
                        GET /x HTTP/1.1

                        # no heading
                        ```

                        #### Deep
                        """));
    }

    @Test
    void csvHasALineForEachCode() throws IOException {
        List<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(content("/codes.csv"))
                .readAll();
        assertEquals(
                CATALOG.all().stream().map(code -> code.main().plainSummary()).toList(),
                rows.stream().map(row -> row.get("summary")).toList());
        Map<String, String> row = rows.stream()
                .filter(each -> each.get("code").equals("451"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "code,reasonPhrase,class,state,definedBy,summary,url,title,retry,cacheability,content,redirect,seenBy,source,"
                        + "otherUses",
                content("/codes.csv").lines().findFirst().orElseThrow());
        assertEquals("Unavailable For Legal Reasons", row.get("title"));
        assertEquals("heuristic", row.get("cacheability"));
        assertEquals("https://www.rfc-editor.org/rfc/rfc7725#section-3", row.get("source"));
        assertTrue(row.get("otherUses").startsWith("Redirect ("), row.get("otherUses"));
        assertEquals("", row.get("redirect"));
        for (Map<String, String> each : rows) {
            StatusCode code = CATALOG.get(Integer.parseInt(each.get("code")));
            assertEquals(code.name(), each.get("title"));
            assertEquals(code.main().definedBy() == null ? "" : code.main().definedBy(), each.get("definedBy"));
            assertEquals(
                    code.otherUses().size(),
                    each.get("otherUses").isEmpty() ? 0 : each.get("otherUses").split("; ").length);
        }
        assertTrue(content("/codes.csv").endsWith("\r\n"));
    }

    @Test
    void everyErrorHasAProblemDocumentToCopy() throws IOException {
        for (StatusCode code : CATALOG.all()) {
            String path = "/" + code.code() + ".problem.json";
            assertEquals(code.isError() ? 1 : 0, SITE.at(path).size(), path);
            if (code.isError()) {
                assertEquals(code.code(), json(path).path("status").asInt());
                assertEquals(
                        Paths.SITE_URL + "/" + code.code(),
                        json(path).path("type").asText());
            }
        }
        assertFalse(CATALOG.get(200).isError());
        assertTrue(CATALOG.get(404).isError());
        assertFalse(CATALOG.get(499).isError(), "only nginx's log shows it");
    }

    static Stream<String> jsonDocuments() {
        return SITE.paths().stream()
                .filter(path -> SITE.at(path).get(0).mediaType().equals(Representation.JSON))
                .filter(path -> !path.startsWith("/assets/") && !path.equals("/openapi.json"));
    }

    /** Of what an object tells of a code or a pair of codes, the URL is about that code or pair. */
    @ParameterizedTest
    @MethodSource("jsonDocuments")
    void everyUrlInJsonLeadsToWhatItIsAbout(String path) throws IOException {
        checkUrls(path, json(path));
    }

    private static void checkUrls(String path, JsonNode node) {
        String url = node.path("url").asText();
        if (url.startsWith(Paths.SITE_URL)) {
            String target = url.substring(Paths.SITE_URL.length());
            assertTrue(SITE.has(target), path + " leads to " + target);
            if (node.has("code")) {
                assertTrue(
                        target.matches("/(compare/)?(" + node.path("code").asText() + "|[0-9]{3}-vs-"
                                + node.path("code").asText() + "|"
                                + node.path("code").asText() + "-vs-[0-9]{3})"),
                        path + ": " + target + " is not about " + node.path("code"));
            }
            if (node.has("question") && node.path("question").asText().matches("[a-z-]+")) {
                assertEquals("/choose/" + node.path("question").asText(), target, path);
            }
            if (node.has("reasonPhrase") && node.path("source").isMissingNode()) {
                assertEquals(
                        CATALOG.get(node.path("code").asInt()).main().reasonPhrase(),
                        node.path("reasonPhrase").asText(),
                        path);
            }
        }
        node.forEach(child -> checkUrls(path, child));
    }

    /** A recipient waits for the empty line that ends a header section (RFC 9112 §2.1), also after interim responses. */
    @ParameterizedTest
    @MethodSource("codes")
    void everyMessageOfAnExampleIsWhole(StatusCode code) throws IOException {
        for (JsonNode example : json("/" + code.code() + ".json").findValues("wireExample")) {
            for (String side : List.of("request", "response")) {
                String messages = example.path(side).asText();
                for (String message : messages.split("(?m)^(?=HTTP/)")) {
                    assertTrue(
                            message.isEmpty() || message.contains("\n\n"), code.code() + ", " + side + ": " + message);
                }
            }
        }
    }

    @Test
    void everyClassListsItsCodesAndNoOther() throws IOException {
        for (String digit : List.of("1", "2", "3", "4", "5")) {
            String path = "/" + digit + "xx";
            List<String> members = CATALOG.all().stream()
                    .map(code -> "" + code.code())
                    .filter(code -> code.startsWith(digit))
                    .toList();
            assertEquals(members, json(path + ".json").path("codes").findValuesAsText("code"));
            assertEquals(
                    members,
                    page(path).select("main .group li b").eachText().stream()
                            .sorted()
                            .toList());
        }
    }

    /** The two sides are not swapped: each example stands with its own code. */
    @Test
    void everyComparisonShowsEachExampleWithItsCode() throws IOException {
        for (Comparison comparison : CATALOG.comparisons()) {
            String path = "/compare/" + comparison.name();
            Elements sides = page(path).select(".sides > section");
            for (int i = 0; i < 2; i++) {
                int code = comparison.codes().get(i);
                assertEquals("" + code, sides.get(i).select("h2 b").text(), path);
                assertEquals(
                        comparison.examples().get(i).replace("`", ""),
                        sides.get(i).select(".example p").text(),
                        path);
                JsonNode side = json(path + ".json").path("codes").get(i);
                assertEquals(code, side.path("code").asInt(), path);
                assertEquals(
                        comparison.examples().get(i), side.path("rightWhen").asText(), path);
                assertTrue(
                        page("/" + code).select("a[href=" + path + "]").size() == 1,
                        code + " does not link to " + path);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyFactAtAGlanceIsShown(StatusCode code) {
        List<String> shown =
                page("/" + code.code()).select("#glance dt, #glance dd").eachText();
        if (code.main().inStatusLine()) {
            assertEquals("Required header", shown.get(shown.size() - 2));
            List<String> required = code.main().requiredHeaders();
            assertTrue(shown.get(shown.size() - 1).startsWith(required.isEmpty() ? "None" : required.get(0)));
            shown = shown.subList(0, shown.size() - 2);
        }
        List<String> facts = CATALOG.labels().glance(code.main()).stream()
                .flatMap(fact -> Stream.of(fact.name(), fact.text().replace("`", "")))
                .toList();
        assertEquals(facts, shown);
    }

    private static String content(String path) {
        return SITE.at(path).get(0).content();
    }

    private static JsonNode json(String path) throws IOException {
        return JSON.readTree(content(path));
    }

    private static int compressed(String path) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(SITE.at(path).get(0).content().getBytes(StandardCharsets.UTF_8));
        }
        return compressed.size();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyPageShowsTheFactsThatTheJsonHas(StatusCode code) {
        Element page = page("/" + code.code());
        List<String> names = page.select("td code").eachText();
        code.uses().forEach(use -> {
            if (use.wireExample() != null) {
                assertTrue(page.select("pre").stream().anyMatch(pre -> pre.wholeText()
                        .equals(use.wireExample().request())));
                assertTrue(page.select("pre").stream().anyMatch(pre -> pre.wholeText()
                        .equals(use.wireExample().response())));
            }
            use.fields()
                    .forEach(field -> assertTrue(page.select(".rules li").stream()
                            .filter(rule -> rule.selectFirst("b, a").text().startsWith(field.name() + " ("))
                            .anyMatch(rule -> rule.select("p")
                                    .eachText()
                                    .contains((field.requirement() == null
                                                    ? ""
                                                    : field.requirement().keyword() + ": ")
                                            + field.note().replace("`", "")))));
            use.related()
                    .forEach(related -> assertFalse(page.select(".rules a[href=/" + related.code() + "]")
                            .isEmpty()));
        });
        assertEquals(code.constants().stream().map(StatusCode.Constant::name).toList(), names);
        code.retriedBy().forEach(client -> assertTrue(page.text().contains(client.name() + " " + client.version())));
        code.formerReasonPhrases()
                .forEach(former ->
                        assertTrue(page.select("#names ~ p a").eachText().contains(former.reasonPhrase())));
    }

    private static Element page(String path) {
        return Jsoup.parse(SITE.at(path).get(0).content());
    }

    private static String sectionOf(Element page, String heading) {
        return section(page, heading).select("p").text();
    }

    private static Element section(Element page, String heading) {
        return page.select("h2").stream()
                .filter(h2 -> h2.text().equals(heading))
                .findFirst()
                .orElseThrow()
                .parent();
    }

    private static String meta(Element page, String attribute, String name) {
        return page.select("meta[" + attribute + "=" + name + "]").attr("content");
    }
}
