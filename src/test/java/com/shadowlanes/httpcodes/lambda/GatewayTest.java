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
