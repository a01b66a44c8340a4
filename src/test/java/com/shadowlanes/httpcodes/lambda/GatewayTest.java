package com.shadowlanes.httpcodes.lambda;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the function answers to the gateway's events themselves. */
@QuarkusTest
class GatewayTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path BROWSER = Path.of("src/test/resources/events/get-404-as-a-browser.json");

    @Test
    void answersTheGatewaysEvent() throws IOException {
        JsonNode response = send(event());
        assertEquals(200, response.path("statusCode").asInt());
        assertEquals("text/html;charset=UTF-8", field(response, "Content-Type"));
        assertFalse(response.path("isBase64Encoded").asBoolean());
        assertTrue(response.path("body").asText().contains("<b>404</b> Not Found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/50%", "/100%25", "/%zz", "/ü", "/a?b#c", "/{code}", "/a\\b"})
    void findsNothingAtAnOddPathAndSaysSo(String path) throws IOException {
        JsonNode response = send(event(path));
        assertEquals(404, response.path("statusCode").asInt());
        assertTrue(response.path("body").asText().contains("There is nothing at"));
    }

    @Test
    void showsNoControlCharacterOfAPath() throws IOException {
        JsonNode page = send(event("/a\u0000b\rc"));
        assertTrue(page.path("body").asText().contains("There is nothing at /a b c."));
        JsonNode problem = send(event("/a\nb.json"));
        assertEquals("application/problem+json", field(problem, "Content-Type"));
    }

    /** Vert.x and REST take all of these for another path. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/404;x",
                "/404;x=1/",
                "/404;.json",
                "/404/;x",
                "/;/404",
                "/;x/404.json",
                "/x/../404",
                "/x/..;/404",
                "/../404",
                "/./404",
                "/404/.",
                "/.;a.png",
                "/;",
                "/.",
                "/%2e/404",
                "/x/%2e%2e/404",
                "/404%3Bx",
                "/4%304",
                "/404+",
                "/choose/../404.json"
            })
    void findsNothingAtAPathThatOnlyResemblesAnother(String path) throws IOException {
        JsonNode response = send(event(path));
        assertEquals(404, response.path("statusCode").asInt());
        assertTrue(response.path("body").asText().contains("There is nothing at " + path + "."), response::toString);
        assertEquals("max-age=60", field(response, "Cache-Control"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901234567890123456789012345678901234567890123456789", // one character before the limit
                "123456789012345678901234567890123456789012345678901234567890",
                "/",
                "\u202e"
            })
    void cutsALongPathBetweenCharacters(String beginning) throws IOException {
        String path = "/" + beginning + "\ud83e\udd56".repeat(80);
        for (String accept : List.of("text/html", "application/json")) {
            ObjectNode event = event(path);
            ((ObjectNode) event.get("headers")).put("accept", accept);
            JsonNode response = send(event);
            assertEquals(404, response.path("statusCode").asInt());
            String shown = path.substring(0, path.offsetByCodePoints(0, 60)).replace('\u202e', ' ') + "...";
            assertTrue(response.path("body").asText().contains("nothing at " + shown), response::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "if-match", "if-none-match", "x-origin-verify"})
    void refusesAControlCharacterInAHeader(String name) throws IOException {
        for (String path : List.of("/404", "/477", "/nonsense.json", "/404/")) {
            for (String value : List.of("\u0000", "a\u0001", "\"a\"\r\nx: y", "\u007f", "text/html\u000b")) {
                ObjectNode event = event(path);
                ((ObjectNode) event.get("headers")).put(name, value);
                JsonNode response = send(event);
                assertEquals(400, response.path("statusCode").asInt(), path);
                assertTrue(response.path("body").asText().contains("control character"), response::toString);
                assertEquals("nosniff", field(response, "X-Content-Type-Options"));
            }
        }
    }

    @Test
    void takesATabInAHeaderForASpace() throws IOException {
        ObjectNode event = event("/477");
        ((ObjectNode) event.get("headers")).put("accept", "application/json;\tq=0.9,\ttext/html;q=0.1");
        assertEquals("application/problem+json", field(send(event), "Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0, 0x1f, 0x7f, 0x85, 0x9b, 0x200e, 0x202a, 0x202e, 0x2066, 0x2069, 0x061c, 0x2028, 0xfeff, 0xd83d})
    void showsNoCharacterThatIsInvisible(int character) throws IOException {
        String sent = "a" + (char) character + "b";
        ObjectNode page = event("/").put("rawQueryString", "q=" + sent);
        ObjectNode json = event("/search.json").put("rawQueryString", "q=" + sent);
        for (ObjectNode event : List.of(page, json, event("/" + sent), event("/" + sent + ".txt"))) {
            JsonNode response = send(event);
            String body = response.path("body").asText();
            assertFalse(body.replace("\n", "").matches("(?s).*[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}].*"), response::toString);
            assertTrue(body.matches("(?s).*a[ ?\ufffd]b.*"), response::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"q&q=teapot", "q=&q=teapot", "x&q&q=teapot", "qq=teapot", "%71=teapot"})
    void searchesForTheFirstQ(String query) throws IOException {
        JsonNode response = send(event("/").put("rawQueryString", query));
        assertTrue(response.path("body").asText().contains("<title>HTTP Codes Explainer</title>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"rawPath\":\"/404\"}",
                "{\"version\":\"1.0\",\"path\":\"/404\",\"httpMethod\":\"GET\"}"
            })
    void refusesWhatIsNoEventOfTheGateway(String event) throws IOException {
        JsonNode response = JSON.readTree(given().body(event).post("/_lambda_").asString());
        assertEquals(400, response.path("statusCode").asInt());
        assertEquals("application/problem+json", field(response, "Content-Type"));
    }

    @Test
    void answersHeadWithoutABodyEvenWhereThePathIsNone() throws IOException {
        ObjectNode event = event("no path");
        ((ObjectNode) event.at("/requestContext/http")).put("method", "HEAD");
        JsonNode response = send(event);
        assertEquals(400, response.path("statusCode").asInt());
        assertEquals("", response.path("body").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=%zz",
                "q=%",
                "q=a b",
                "q=<\"^`{|}>",
                "q=%ff%fe",
                "q=\u0000\u001f",
                "q=ü",
                "q",
                "q=",
                "&&=&q",
                "%"
            })
    void searchesForWhateverStandsInTheQuery(String query) throws IOException {
        JsonNode response = send(event("/").put("rawQueryString", query));
        assertEquals(200, response.path("statusCode").asInt());
        assertEquals("text/html;charset=UTF-8", field(response, "Content-Type"));
    }

    @Test
    void namesNoLengthInA304ToHead() throws IOException {
        String tag = field(send(event()), "ETag");
        ObjectNode event = event();
        ((ObjectNode) event.at("/requestContext/http")).put("method", "HEAD");
        ((ObjectNode) event.get("headers")).put("if-none-match", tag);
        JsonNode response = send(event);
        assertEquals(304, response.path("statusCode").asInt());
        assertEquals("", field(response, "Content-Length"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//404", "///404//", "/404/"})
    void leadsToTheOneUrlOnThisHost(String path) throws IOException {
        JsonNode response = send(event(path));
        assertEquals(301, response.path("statusCode").asInt());
        assertEquals("/404", field(response, "Location"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "//evil.example", "/\\evil.example", "//evil.example/404"})
    void neverLeadsToAnotherHost(String path) throws IOException {
        JsonNode response = send(event(path));
        assertEquals(404, response.path("statusCode").asInt());
        assertEquals("", field(response, "Location"));
    }

    /** Quarkus takes doubled slashes for single ones, or for the beginning of a host. */
    @ParameterizedTest
    @ValueSource(strings = {"//", "//404", "///404//", "/404/", "/compare//401-vs-403"})
    void hasTheSameMethodsInEverySpelling(String path) throws IOException {
        for (String method : List.of("DELETE", "OPTIONS")) {
            ObjectNode event = event(path);
            ((ObjectNode) event.at("/requestContext/http")).put("method", method);
            JsonNode response = send(event);
            assertEquals(
                    method.equals("OPTIONS") ? 200 : 405,
                    response.path("statusCode").asInt(),
                    response::toString);
            assertEquals("GET, HEAD, OPTIONS", field(response, "Allow"));
            assertEquals("nosniff", field(response, "X-Content-Type-Options"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//nothing", "/x//y", "//x/", "///"})
    void findsNothingWhereDoubledSlashesLeadNowhere(String path) throws IOException {
        ObjectNode event = event(path);
        ((ObjectNode) event.at("/requestContext/http")).put("method", "DELETE");
        assertEquals(
                path.equals("///") ? 405 : 404, send(event).path("statusCode").asInt());
    }

    private static ObjectNode event() throws IOException {
        return (ObjectNode) JSON.readTree(Files.readString(BROWSER));
    }

    private static ObjectNode event(String path) throws IOException {
        ObjectNode event = event().put("rawPath", path);
        ((ObjectNode) event.at("/requestContext/http")).put("path", path);
        return event;
    }

    private static JsonNode send(JsonNode event) throws IOException {
        return JSON.readTree(given().contentType("application/json")
                .body(event.toString())
                .post("/_lambda_")
                .asString());
    }

    /** Only {@code headers} counts: payload 2.0 has no {@code multiValueHeaders}. */
    private static String field(JsonNode response, String name) {
        return response.path("headers").path(name).asText();
    }
}
