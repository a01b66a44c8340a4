package com.shadowlanes.httpcodes.lambda;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an ordinary REST resource gets of the gateway's events, and what becomes of its responses. */
@QuarkusTest
class ResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BROWSER = "X (KHTML, like Gecko)";
    private static final String LIST = "\"a, b\", c;d=\"e,f\",,g";

    @Test
    void getsTextAsItWasSent() throws IOException {
        ObjectNode event = event("POST", "/resource", Map.of("content-type", "text/plain", "x-list", LIST))
                .put("rawQueryString", "a=%20b&a&c=d+e")
                .put("body", "two\nlines, \"quoted\", \u0001\t\\ and \u00fc");
        event.putArray("cookies").add("a=b").add("c=d");
        JsonNode got = JSON.readTree(send(event).path("body").asText());
        assertEquals("POST", got.path("method").asText());
        assertEquals("a=%20b&a&c=d+e", got.path("query").asText());
        assertEquals(BROWSER, got.path("userAgent").asText());
        assertEquals(LIST, got.path("list").asText());
        assertEquals("a=b; c=d", got.path("cookie").asText());
        assertEquals("text/plain", got.path("type").asText());
        assertEquals(
                "two\nlines, \"quoted\", \u0001\t\\ and \u00c3\u00bc",
                got.path("body").asText());
    }

    @Test
    void getsBytesAsTheyWereSent() throws IOException {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        ObjectNode event = event("POST", "/resource", Map.of("content-type", "application/octet-stream"))
                .put("body", Base64.getEncoder().encodeToString(bytes))
                .put("isBase64Encoded", true);
        JsonNode got = JSON.readTree(send(event).path("body").asText());
        assertEquals(
                new String(bytes, StandardCharsets.ISO_8859_1), got.path("body").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept-encoding", "accept-language", "origin", "referer", "via", "x-a"})
    void getsEveryHeaderWhole(String name) throws IOException {
        for (String value : new String[] {"a", "a,b", ",", "a, \"b, c\" ,d", "Sat, 28 Nov 2026 00:00:00 GMT"}) {
            JsonNode response = send(event("GET", "/resource/" + name, Map.of(name, value)));
            assertEquals(value, response.path("body").asText());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-origin-verify",
                "content-length",
                "connection",
                "te",
                "trailer",
                "upgrade",
                "keep-alive",
                "proxy-connection"
            })
    void doesNotGetWhatIsNotForIt(String name) throws IOException {
        JsonNode response = send(event("GET", "/resource/" + name, Map.of(name, "a")));
        assertEquals(204, response.path("statusCode").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "/resource, 'OPTIONS, PATCH, POST'",
        "/resource/text, 'GET, HEAD, OPTIONS, PUT'",
        "/resource/x-a, 'GET, HEAD, OPTIONS'"
    })
    void isNamedWithTheMethodsOfItsPath(String path, String methods) throws IOException {
        JsonNode options = send(event("OPTIONS", path, Map.of()));
        assertEquals(200, options.path("statusCode").asInt());
        assertEquals(methods, options.at("/headers/Allow").asText());
        assertEquals(
                methods, options.at("/headers/Access-Control-Allow-Methods").asText());
        JsonNode refused = send(event("DELETE", path, Map.of("accept", "application/json")));
        assertEquals(405, refused.path("statusCode").asInt());
        assertEquals(methods, refused.at("/headers/Allow").asText());
        assertEquals(
                "application/problem+json", refused.at("/headers/Content-Type").asText());
        assertTrue(refused.path("body").asText().contains(path + " does not support DELETE"), refused::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "OPTIONS", "DELETE", "X"})
    void isNotAtOtherPaths(String method) throws IOException {
        for (String path : List.of("/resource/text/x", "/resourc")) {
            assertEquals(
                    404, send(event(method, path, Map.of())).path("statusCode").asInt(), path);
        }
    }

    /** REST would go up, or stay in, a folder, and ask another resource. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/resource/..",
                "/resource/.",
                "/resource/../resource/x-a",
                "/resource/x-a/../../..",
                "/./resource"
            })
    void isNotAtAPathThatLeadsElsewhere(String path) throws IOException {
        for (String method : List.of("GET", "POST", "OPTIONS")) {
            assertEquals(
                    404, send(event(method, path, Map.of())).path("statusCode").asInt(), method);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "text/html", "image/png", "application/*", "*/*;q=0.1", "text/plain;q=0"})
    void isAskedWhateverTheClientAccepts(String accept) throws IOException {
        JsonNode got = send(event("POST", "/resource", Map.of("accept", accept)));
        assertEquals(200, got.path("statusCode").asInt(), got::toString);
        assertEquals(
                200,
                send(event("GET", "/resource/x-a", Map.of("accept", accept, "x-a", "b")))
                        .path("statusCode")
                        .asInt());
    }

    /** What it throws keeps its status and its headers, and is told as a problem. */
    @ParameterizedTest
    @CsvSource({
        "400, application/problem+json, ''",
        "401, application/problem+json, 'WWW-Authenticate: Bearer'",
        "403, application/problem+json, ''",
        "409, application/problem+json, ''",
        "429, application/problem+json, 'Retry-After: 7'",
        "477, application/problem+json, ''",
        "503, application/problem+json, 'Retry-After: 7'",
        "303, '', 'Location: /404'",
        "304, '', 'ETag: \"a\"'"
    })
    void refusesWithTheStatusThatItThrows(int status, String type, String header) throws IOException {
        String[] parts = header.split(": ");
        JsonNode response = send(event(
                "DELETE", "/resource/thrown/" + status, Map.of("accept", "application/json", "x-header", header)));
        assertEquals(status, response.path("statusCode").asInt(), response::toString);
        assertEquals(type, response.at("/headers/Content-Type").asText());
        if (parts.length > 1) {
            assertEquals(parts[1], response.at("/headers/" + parts[0]).asText(), response::toString);
        }
        assertEquals("nosniff", response.at("/headers/X-Content-Type-Options").asText());
    }

    @Test
    void setsHeadersAndCookiesOfItsOwn() throws IOException {
        JsonNode response = send(event("PATCH", "/resource", Map.of()));
        assertEquals("sandbox", response.at("/headers/Content-Security-Policy").asText());
        assertEquals("nosniff", response.at("/headers/X-Content-Type-Options").asText());
        assertEquals("a=b", response.at("/cookies/0").asText(), response::toString);
    }

    @Test
    void answersHeadByItsGet() throws IOException {
        JsonNode response = send(event("HEAD", "/resource/x-a", Map.of("x-a", "b")));
        assertEquals(200, response.path("statusCode").asInt(), response::toString);
        assertEquals("", response.path("body").asText());
    }

    @Test
    void needNotThinkOfGeneralHeaders() throws IOException {
        JsonNode headers = send(event("POST", "/resource", Map.of())).path("headers");
        assertEquals("nosniff", headers.path("X-Content-Type-Options").asText());
        assertEquals("no-store", headers.path("Cache-Control").asText());
        assertEquals("*", headers.path("Access-Control-Allow-Origin").asText());
        assertTrue(headers.path("Content-Security-Policy").asText().startsWith("default-src 'none'"));
    }

    @Test
    void worksWithoutTheGatewayToo() {
        given().body("text").when().put("/resource/text").then().statusCode(200).body(equalTo("text"));
    }

    /** Also where escapes make the event six times as long as the body. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "\u0001", "\n", "\u00fc", "\u20ac", "\ud83e\udd56"})
    void getsOneMegabyteAndNotMore(String character) throws IOException {
        int length = character.getBytes(StandardCharsets.UTF_8).length;
        String largest = character.repeat(1024 * 1024 / length) + "x".repeat(1024 * 1024 % length);
        ObjectNode event = event("PUT", "/resource/text", Map.of());
        for (boolean escaped : new boolean[] {false, true}) {
            assertEquals(
                    200,
                    send(event.put("body", largest), escaped).path("statusCode").asInt());
            assertEquals(
                    413,
                    send(event.put("body", largest + "x"), escaped)
                            .path("statusCode")
                            .asInt());
        }
    }

    @Test
    void countsTheBytesOfABinaryBody() throws IOException {
        ObjectNode event = event("PUT", "/resource/text", Map.of()).put("isBase64Encoded", true);
        for (int length : new int[] {0, 1, 2, 1024 * 1024 - 1, 1024 * 1024}) {
            event.put("body", Base64.getEncoder().encodeToString(new byte[length]));
            assertEquals(200, send(event).path("statusCode").asInt(), length + " bytes");
        }
        event.put("body", Base64.getEncoder().encodeToString(new byte[1024 * 1024 + 1]));
        JsonNode refused = send(event);
        assertEquals(413, refused.path("statusCode").asInt());
        assertEquals("nosniff", refused.at("/headers/X-Content-Type-Options").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "a", "=", "YQ==x"})
    void refusesWhatIsNotBase64(String body) throws IOException {
        ObjectNode event = event("PUT", "/resource/text", Map.of()).put("isBase64Encoded", true);
        assertEquals(400, send(event.put("body", body)).path("statusCode").asInt());
    }

    /** Of the connection to the gateway, not of the request; Quarkus would take them for its own connection. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-length: -1",
                "content-length: x",
                "content-length: 3",
                "content-length: 99999999999",
                "Transfer-Encoding: chunked",
                "transfer-encoding: gzip, x",
                "expect: 100-continue",
                "connection: upgrade",
                "upgrade: h2c",
                "te: trailers",
                "x-forwarded-port: x",
                "x-forwarded-port: -1",
                "x-forwarded-port: 999999999999",
                "host: ",
                "host: [",
                "host: a b",
                "cookie: =;;",
                "authorization: Basic !",
                "authorization: Bearer ,",
                "x-http-method-override: DELETE",
                "forwarded: for=",
                "x-forwarded-for: nobody",
                "x-forwarded-proto: ,",
                ": no name",
                "no token: x",
                "x-list: a,\u00fc,\u20ac"
            })
    void isNotDisturbedByHeaders(String header) throws IOException {
        String[] parts = header.split(": ?", 2);
        ObjectNode event =
                event("PUT", "/resource/text", Map.of(parts[0], parts[1])).put("body", "the body");
        ((ObjectNode) event.at("/requestContext/http")).put("sourceIp", "192.0.2.1");
        JsonNode response = send(event);
        assertEquals(200, response.path("statusCode").asInt(), response::toString);
        assertEquals("the body", response.path("body").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-type: ;", "content-type: x"})
    void refusesAMediaTypeThatIsNone(String header) throws IOException {
        String[] parts = header.split(": ", 2);
        ObjectNode event =
                event("PUT", "/resource/text", Map.of(parts[0], parts[1])).put("body", "the body");
        JsonNode response = send(event);
        assertEquals(400, response.path("statusCode").asInt(), response::toString);
        assertEquals("nosniff", response.at("/headers/X-Content-Type-Options").asText());
    }

    private static ObjectNode event(String method, String path, Map<String, String> headers) {
        ObjectNode event = JSON.createObjectNode().put("version", "2.0").put("rawPath", path);
        event.putObject("headers").put("user-agent", BROWSER);
        headers.forEach(event.withObject("/headers")::put);
        event.putObject("requestContext").putObject("http").put("method", method);
        return event;
    }

    private static JsonNode send(ObjectNode event) throws IOException {
        return send(event, false);
    }

    /** @param escaped whether the event has ASCII characters only */
    private static JsonNode send(ObjectNode event, boolean escaped) throws IOException {
        String json = escaped
                ? JSON.writer()
                        .with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature())
                        .writeValueAsString(event)
                : event.toString();
        return JSON.readTree(given().contentType("application/json")
                .body(json.getBytes(StandardCharsets.UTF_8))
                .post("/_lambda_")
                .asString());
    }
}
