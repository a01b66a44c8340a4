package com.shadowlanes.httpcodes.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client sees of the site, through the gateway's events. */
@QuarkusTest
class SiteOverHttpTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    static Stream<String> numbers() throws IOException {
        return Files.list(Path.of("src/main/resources/codes"))
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".yaml"))
                .map(name -> name.substring(0, 3))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void answersEveryCodeInBothForms(String number) {
        given().accept(BROWSER)
                .when()
                .get("/" + number)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Vary", "Accept")
                .body(containsString("<h1 class=\"landmark\"><b>" + number + "</b>"));
        when().get("/" + number + ".json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("code", is(Integer.parseInt(number)))
                .body("url", equalTo("https://httpcodes.shadowlanes.com/" + number));
    }

    @Test
    void answersJsonAtThePagesUrlWhenAsked() {
        given().accept("application/json")
                .when()
                .get("/404")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("reasonPhrase", equalTo("Not Found"))
                .body("source.section", equalTo("15.5.5"));
    }

    @ParameterizedTest
    @CsvSource({
        "/404, application/json, /404.json",
        "/404, text/plain, /404.txt",
        "/404, text/markdown, /404.md",
        "/codes, application/json, /codes.json",
        "/codes, text/plain, /codes.txt",
        "/codes, text/markdown, /codes.md",
        "/codes, text/csv, /codes.csv",
        "/4xx, application/json, /4xx.json",
        "/4xx, text/plain, /4xx.txt",
        "/4xx, text/markdown, /4xx.md",
        "/compare, application/json, /compare.json",
        "/compare/401-vs-403, application/json, /compare/401-vs-403.json",
        "/compare/401-vs-403, text/plain, /compare/401-vs-403.txt",
        "/compare/401-vs-403, text/markdown, /compare/401-vs-403.md",
        "/choose, application/json, /choose.json",
        "/choose/redirect, application/json, /choose/redirect.json",
        "/choose/redirect, text/plain, /choose/redirect.txt",
        "/choose/redirect, text/markdown, /choose/redirect.md"
    })
    void answersEachFormAtTheSharedUrlAndAtItsOwn(String path, String type, String location) {
        var shared = given().accept(type).when().get(path);
        shared.then()
                .statusCode(200)
                .contentType(startsWith(type))
                .header("Vary", "Accept")
                .header("Content-Location", location)
                .header("Access-Control-Allow-Origin", "*");
        when().get(location)
                .then()
                .statusCode(200)
                .contentType(shared.contentType())
                .header("Vary", nullValue())
                .header("Content-Location", nullValue())
                .header("ETag", shared.header("ETag"))
                .body(equalTo(shared.asString()));
    }

    @Test
    void sendsPicturesAsTheyWereDrawn() throws IOException {
        try (InputStream drawn = getClass().getResourceAsStream("/pictures/404.png")) {
            byte[] sent = when().get("/404.png")
                    .then()
                    .statusCode(200)
                    .contentType("image/png")
                    .extract()
                    .asByteArray();
            assertArrayEquals(drawn.readAllBytes(), sent);
        }
        when().get("/477.png").then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/markdown"})
    void introducesItselfAsText(String type) {
        given().accept(type)
                .when()
                .get("/")
                .then()
                .statusCode(200)
                .contentType(type + ";charset=UTF-8")
                .header("Vary", "Accept")
                .body(containsString("/search.json?q="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json, text/plain, */*"})
    void listsWhatItHasForPrograms(String accept) {
        given().accept(accept)
                .when()
                .get("/")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("codes", equalTo("https://httpcodes.shadowlanes.com/codes.json"))
                .body("search", equalTo("https://httpcodes.shadowlanes.com/search.json{?q}"));
    }

    @Test
    void namesTheOtherFormsOfAPage() {
        assertEquals(
                List.of(
                        "</404.json>; rel=\"alternate\"; type=\"application/json\"",
                        "</404.txt>; rel=\"alternate\"; type=\"text/plain\"",
                        "</404.md>; rel=\"alternate\"; type=\"text/markdown\""),
                when().get("/404").headers().getValues("Link"));
        assertEquals(
                List.of(
                        "</404.txt>; rel=\"alternate\"; type=\"text/plain\"",
                        "</404.md>; rel=\"alternate\"; type=\"text/markdown\""),
                given().accept("application/json").when().get("/404").headers().getValues("Link"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/search.csv", useHeadersInDisplayName = true)
    void searchesForPrograms(String query, int first) {
        given().queryParam("q", query)
                .when()
                .get("/search.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("query", equalTo(query))
                .body("results[0].code", is(first))
                .body("results[0].url", equalTo("https://httpcodes.shadowlanes.com/" + first))
                .body("results[0].reasonPhrase", notNullValue())
                .body("results[0].summary", notNullValue());
    }

    @Test
    void negotiatesWhatASearchFound() {
        String location = given().accept("application/json")
                .urlEncodingEnabled(false)
                .when()
                .get("/?q=too+m%26ny")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Vary", "Accept")
                .extract()
                .header("Content-Location");
        assertEquals("/search.json?q=too+m%26ny", location);
        String tag = given().urlEncodingEnabled(false)
                .when()
                .get(location)
                .then()
                .statusCode(200)
                .body("query", equalTo("too m&ny"))
                .extract()
                .header("ETag");
        given().urlEncodingEnabled(false)
                .header("If-None-Match", tag)
                .when()
                .get(location)
                .then()
                .statusCode(304);
        given().accept("image/png").when().get("/?q=teapot").then().statusCode(406);
    }

    @Test
    void findsNothingForProgramsEither() {
        given().queryParam("q", "zz\"<zz")
                .when()
                .get("/search.json")
                .then()
                .statusCode(200)
                .body("query", equalTo("zz\"<zz"))
                .body("results", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/search.json", "/search.json?q=", "/search.json?q=%20", "/search.json?x=teapot"})
    void asksForTheWordsOfASearch(String path) {
        given().urlEncodingEnabled(false)
                .when()
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("/search.json?q=teapot"));
    }

    @Test
    void answersThePageToWhoTakesAnything() {
        given().accept("*/*").when().get("/404").then().contentType("text/html;charset=UTF-8");
    }

    @Test
    void sendsTextAsUtf8() {
        when().get("/404").then().body(containsString("public domain · Code"));
    }

    @Test
    void refusesAFormThatIsNotThere() {
        given().accept("image/png")
                .when()
                .get("/404")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("detail", containsString("application/json"));
    }

    @Test
    void listsAllCodes() {
        given().accept(BROWSER).when().get("/codes").then().statusCode(200).body(containsString("All Status Codes"));
        given().accept("application/json").when().get("/codes").then().body("codes[0].code", is(100));
        when().get("/codes.json").then().statusCode(200).body("codes.code.unique()", hasSize((int) count()));
    }

    @ParameterizedTest
    @CsvSource({"/1xx,Informational", "/2xx,Successful", "/3xx,Redirection", "/4xx,Client Error", "/5xx,Server Error"})
    void explainsEachClass(String path, String title) {
        when().get(path).then().statusCode(200).body(containsString("</b> " + title + "</h1>"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/search.csv", useHeadersInDisplayName = true)
    void searchesWithoutJavaScript(String query, String first) {
        var response =
                given().redirects().follow(false).queryParam("q", query).when().get("/");
        if (query.equals(first)) {
            response.then().statusCode(302).header("Location", "/" + first).body(emptyString());
        } else {
            String results =
                    response.then().statusCode(200).extract().asString().split("id=\"results\"")[1];
            assertEquals(first, results.split("<a href=\"/")[1].substring(0, 3));
        }
    }

    @Test
    void saysSoWhenASearchFindsNothing() {
        given().queryParam("q", "zzzz")
                .when()
                .get("/")
                .then()
                .statusCode(200)
                .body(containsString("<p id=\"nothing\">"));
    }

    @Test
    void escapesWhatWasSearched() {
        given().queryParam("q", "<script>alert(1)</script>")
                .when()
                .get("/")
                .then()
                .statusCode(200)
                .body(not(containsString("<script>alert")));
    }

    @Test
    void refusesASearchThatIsTooLong() {
        given().queryParam("q", "x".repeat(1001))
                .accept("application/json")
                .when()
                .get("/")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("The limit is 1000 characters"));
    }

    @Test
    void helpsWhoAsksForANumberThatNobodyDefined() {
        given().accept(BROWSER)
                .when()
                .get("/477")
                .then()
                .statusCode(404)
                .contentType("text/html;charset=UTF-8")
                .body(containsString("<a href=\"/400\">400</a>"))
                .body(containsString("<a href=\"/464\""))
                .body(containsString("name=\"q\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/477.json | Clients treat it as 400",
                "/477.txt | Clients treat it as 400",
                "/477.md | Clients treat it as 400",
                "/477.problem.json | Clients treat it as 400",
                "/200.problem.json | nothing at /200.problem.json",
                "/4xx.csv | nothing at /4xx.csv",
                "/677.json | end at 599",
                "/1234.json | Cloudflare",
                "/000.json | no HTTP response",
                "/404.13.json | the client gets 404",
                "/677.1.json | nothing at /677.1.json",
                "/12345.json | three digits",
                "/042.json | three digits",
                "/nonsense.json | nothing at /nonsense.json",
                "/codes/404.json | nothing at /codes/404.json"
            })
    void explainsAMissingDocumentInAProblemDocument(String path, String detail) {
        when().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://httpcodes.shadowlanes.com/404"))
                .body("title", equalTo("Not Found"))
                .body("status", is(404))
                .body("detail", containsString(detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/problem+json", "application/json, text/plain, */*"})
    void explainsAMissingDocumentInJsonToWhoAsksForIt(String accept) {
        given().accept(accept).when().get("/nonsense").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void suggestsWhatAPathMayHaveMeant() {
        given().accept(BROWSER).when().get("/teapot").then().statusCode(404).body(containsString("<a href=\"/418\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void refusesMethodsThatWouldChangeSomething(String method) {
        given().accept("application/json")
                .when()
                .request(method, "/404")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("status", is(405));
        // The gateway's mock sends each element of the field's value in a line of its own.
        List<String> allowed = when().request(method, "/404").headers().getValues("Allow");
        assertEquals(List.of("GET", "HEAD", "OPTIONS"), allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/404/", "/codes.csv", "/search.json", "/?q=teapot", "/assets/style.000000000000.css"})
    void refusesOtherMethodsWhereverThereIsSomethingToRead(String path) {
        given().redirects()
                .follow(false)
                .when()
                .post(path)
                .then()
                .statusCode(405)
                .header("Allow", notNullValue());
        when().options(path).then().statusCode(200).header("Allow", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})
    void findsNothingAtAnUnknownPathByAnyMethod(String method) {
        for (String path : List.of("/477", "/nonsense", "/nonsense.json")) {
            when().request(method, path).then().statusCode(404).header("Allow", nullValue());
        }
    }

    @Test
    void answersHeadLikeGetWithoutContent() {
        when().head("/404")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(emptyString());
    }

    @ParameterizedTest
    @CsvSource({
        "/sitemap.xml,application/xml",
        "/robots.txt,text/plain;charset=UTF-8",
        "/llms.txt,text/plain;charset=UTF-8",
        "/codes.csv,text/csv;charset=UTF-8",
        "/openapi.json,application/json",
        "/404.problem.json,application/json",
        "/favicon.svg,image/svg+xml",
        "/schema/code.json,application/schema+json"
    })
    void servesWhatMachinesAskFor(String path, String mediaType) {
        when().get(path).then().statusCode(200).contentType(mediaType);
    }

    @Test
    void letsAssetsBeKeptForAYear() {
        String page = when().get("/").asString();
        String stylesheet = page.replaceAll("(?s).*<link rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");
        // The gateway's mock sends each element of the field's value in a line of its own.
        List<String> lifetime = when().get(stylesheet)
                .then()
                .statusCode(200)
                .contentType("text/css;charset=UTF-8")
                .extract()
                .headers()
                .getValues("Cache-Control");
        assertEquals(List.of("public", "max-age=31536000", "immutable"), lifetime);
    }

    @Test
    void servesTodaysFileUnderTheHashOfAnOlderOne() {
        when().get("/assets/style.000000000000.css")
                .then()
                .statusCode(200)
                .contentType("text/css;charset=UTF-8")
                .header("Cache-Control", "max-age=60");
        when().get("/assets/nothing.000000000000.css").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/404", "/404.json", "/404.png", "/compare", "/codes.json", "/sitemap.xml"})
    void sendsNothingTwiceToWhoHasIt(String path) {
        Response whole = when().get(path);
        String tag = whole.header("ETag");
        assertTrue(tag.matches("\"[0-9a-f]{12}\""), tag);
        for (String condition : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            given().header("If-None-Match", condition)
                    .when()
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .header("Cache-Control", notNullValue())
                    .header("Content-Type", whole.header("Content-Type"))
                    .body(emptyString());
        }
        given().header("If-None-Match", "\"other\"").when().get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?q=", "/?q=+", "/?q=%20", "/?x=teapot"})
    void showsTheFrontPageWhereNothingIsSearched(String path) {
        given().urlEncodingEnabled(false)
                .when()
                .get(path)
                .then()
                .statusCode(200)
                .body(containsString("<title>HTTP Codes Explainer</title>"));
    }

    @Test
    void givesEachFormItsOwnEntityTag() {
        String page = given().accept(BROWSER).when().get("/404").header("ETag");
        String json = given().accept("application/json").when().get("/404").header("ETag");
        assertNotEquals(page, json);
        given().accept("application/json")
                .header("If-None-Match", page)
                .when()
                .get("/404")
                .then()
                .statusCode(200)
                .contentType("application/json");
        given().accept("application/json")
                .header("If-None-Match", json)
                .when()
                .get("/404")
                .then()
                .statusCode(304)
                .header("Vary", "Accept")
                .header("Content-Location", "/404.json");
    }

    @Test
    void failsAPreconditionThatIsFalse() {
        String tag = when().get("/404.json").header("ETag");
        given().header("If-Match", tag).when().get("/404.json").then().statusCode(200);
        given().header("If-Match", "*").when().get("/404.json").then().statusCode(200);
        given().header("If-Match", "W/" + tag).when().get("/404.json").then().statusCode(412);
        given().header("If-Match", "\"other\"")
                .when()
                .get("/404.json")
                .then()
                .statusCode(412)
                .header("Cache-Control", "no-store")
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/404", "/404.json", "/477", "/nonsense.json"})
    void answersHeadWithTheFieldsOfGet(String path) {
        var get = when().get(path);
        var head = when().head(path);
        assertEquals(get.statusCode(), head.statusCode());
        assertEquals("", head.asString());
        for (String name : List.of("Content-Type", "ETag", "Cache-Control", "Vary", "Content-Length")) {
            assertEquals(get.header(name), head.header(name), name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/404/, /404",
        "/404.html, /404",
        "/404.htm, /404",
        "/HTTP404, /404",
        "/http-404, /404",
        "/codes/, /codes",
        "/4xx/, /4xx",
        "/search.json/?q=a%20b, /search.json?q=a%20b",
        "/search.json.html?q=a, /search.json?q=a",
        "/compare/403-vs-401, /compare/401-vs-403",
        "/compare/403-vs-401.json, /compare/401-vs-403.json",
        "/compare/403-vs-401/?a=b, /compare/401-vs-403?a=b",
        "/choose/start, /choose",
        "/choose/start.json, /choose.json",
        "/favicon.ico, /favicon.svg",
        "/404/?a=b&c, /404?a=b&c"
    })
    void leadsFromOtherSpellingsToTheOneUrl(String path, String location) {
        given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .when()
                .get(path)
                .then()
                .statusCode(301)
                .header("Location", location);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/404",
                "/404.json",
                "/nonsense",
                "/404/",
                "/?q=404",
                "/?q=teapot",
                "/assets/style.000000000000.css"
            })
    void protectsEveryAnswer(String path) {
        for (String method : List.of("GET", "HEAD", "OPTIONS", "POST")) {
            given().redirects()
                    .follow(false)
                    .when()
                    .request(method, path)
                    .then()
                    .header("Content-Security-Policy", not(containsString("unsafe")))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "strict-origin-when-cross-origin")
                    .header("Strict-Transport-Security", "max-age=31536000");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/404", "/404.json", "/404/", "/nonsense", "/?q=404", "/?q=teapot", "/search.json"})
    void letsAnyOriginReadEverything(String path) {
        Response response = given().redirects()
                .follow(false)
                .accept(BROWSER)
                .header("Origin", "https://app.example")
                .when()
                .get(path);
        response.then()
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Credentials", nullValue());
        assertEquals(
                List.of("ETag", "Link", "Content-Location"),
                response.headers().getValues("Access-Control-Expose-Headers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/404", "/404.json", "/404/", "/?q=teapot", "/search.json"})
    void answersAPreflight(String path) {
        Response response = given().header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "GET")
                .when()
                .options(path);
        response.then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Headers", "*")
                .header("Access-Control-Max-Age", "86400")
                .body(emptyString());
        for (String name : List.of("Allow", "Access-Control-Allow-Methods")) {
            assertEquals(List.of("GET", "HEAD", "OPTIONS"), response.headers().getValues(name));
        }
    }

    private static long count() {
        try (Stream<String> numbers = numbers()) {
            return numbers.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
