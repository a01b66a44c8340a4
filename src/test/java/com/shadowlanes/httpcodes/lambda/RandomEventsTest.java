package com.shadowlanes.httpcodes.lambda;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whatever the gateway may send gets a well-formed answer, and never one that blames the server. {@code -Dseed=} repeats a
 * run.
 */
@QuarkusTest
class RandomEventsTest {
    private static final int EVENTS = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] METHODS = {
        "GET", "GET", "GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "BREW", "get", "", null
    };
    private static final String[] PIECES = {
        "/",
        "//",
        "404",
        "477",
        "999",
        "codes",
        "4xx",
        ".json",
        ".md",
        ".problem",
        ".html",
        "search",
        "HTTP",
        "assets",
        "style",
        "..",
        ".",
        ";",
        "/../",
        "\u202e",
        "\u2028",
        "%",
        "%2e",
        "%zz",
        "%00",
        "%e2%82",
        " ",
        "+",
        "?",
        "#",
        ";",
        "\\",
        "{code}",
        "*",
        "\"",
        "<b>",
        "'",
        "\u0000",
        "\u001f",
        "\u007f",
        "\u00fc",
        "\u20ac",
        "\ud83d",
        "\ud83e\udd56",
        "evil.example",
        "http://",
        "q=",
        "&",
        "=",
        "teapot",
        "\r\n",
        "\t"
    };
    /** Paths of resources; the first are there for the tests alone, and not natively. */
    private static final String[] RESOURCES = {
        "/resource", "/resource/text", "/resource/x", "/resource/..", "/failing/refused", "/search.json", "/"
    };

    private static final String[] NAMES = {
        "accept",
        "Accept",
        "if-none-match",
        "if-match",
        "x-origin-verify",
        "range",
        "content-length",
        "content-type",
        "host",
        "expect",
        "cookie",
        "transfer-encoding",
        "connection",
        "x-forwarded-for",
        "access-control-request-method",
        "origin",
        "te",
        "trailer",
        "upgrade",
        "keep-alive",
        "proxy-connection",
        "x-forwarded-port",
        "x-forwarded-proto",
        "x-forwarded-host",
        "forwarded",
        "x-http-method-override",
        "authorization",
        "accept-encoding",
        "accept-language",
        "accept-charset",
        "user-agent",
        "referer",
        "via",
        "content-encoding",
        "access-control-request-headers",
        "sec-websocket-key",
        "http2-settings",
        "no token",
        "\u00fc",
        "a:",
        ""
    };
    private static final String[] VALUES = {
        "*/*",
        "text/html",
        "application/json;q=0.5",
        ",,;q=",
        "q=1;q",
        "*",
        "\"a\"",
        "W/\"a\"",
        "\"",
        "-1",
        "99999999999999999999",
        "abc",
        "chunked",
        "100-continue",
        "bytes=0-",
        "websocket",
        "h2c",
        "Basic !",
        "Basic Og==",
        "Bearer x",
        "gzip",
        "text/plain;charset=nonsense",
        "multipart/form-data",
        "application/x-www-form-urlencoded",
        "[",
        "a b:c",
        "a=b; c",
        "DELETE",
        "\u00fc",
        "",
        " ",
        "a,b,c",
        "https://a.example",
        "\u0000",
        "text/html\r\nx: y",
        "\"a\u007f\"",
        "application/json;p=\"a,b",
        "text/plain;q=.5",
        null
    };

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void everyEventGetsAWellFormedAnswerBelow500() throws IOException, InterruptedException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("RandomEventsTest: seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < EVENTS; i++) {
            ObjectNode event = event(random);
            String about = "seed " + seed + ", event " + i + ": " + event;
            JsonNode response = send(event);
            int status = response.path("statusCode").asInt();
            assertTrue(status >= 200 && status < 500, status + " to " + about);
            JsonNode fields = response.path("headers");
            assertTrue(fields.isObject(), "payload 2.0 reads headers only; " + about);
            boolean redirect = status == 301 || status == 302;
            if (status != 304
                    && status != 204
                    && !redirect
                    && !"OPTIONS".equals(event.at("/requestContext/http/method").asText())) {
                assertTrue(fields.has("Content-Type"), "no content type; " + about);
            }
            if (redirect) {
                String location = fields.path("Location").asText();
                assertTrue(location.matches("/([^/\\\\].*)?"), location + "; " + about);
            }
            for (JsonNode value : fields) {
                assertFalse(value.asText().matches("(?s).*[\\r\\n\\x00].*"), "a line end in " + value + "; " + about);
            }
            assertFalse(response.path("isBase64Encoded").asBoolean(), about);
        }
    }

    private JsonNode send(ObjectNode event) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/_lambda_"))
                .POST(BodyPublishers.ofString(event.toString()))
                .build();
        return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private static ObjectNode event(Random random) {
        ObjectNode event = JSON.createObjectNode().put("version", chance(random, 20) ? "1.0" : "2.0");
        String path = chance(random, 4) ? one(random, RESOURCES) : (chance(random, 20) ? "" : "/") + pieces(random);
        put(event, random, "rawPath", path);
        put(event, random, "rawQueryString", chance(random, 2) ? "" : pieces(random));
        ObjectNode headers = JSON.createObjectNode();
        for (int i = chance(random, 50) ? 300 : random.nextInt(6); i > 0; i--) {
            headers.put(one(random, NAMES) + (i > 20 ? "-" + i : ""), one(random, VALUES));
        }
        if (!chance(random, 30)) {
            event.set("headers", headers);
        }
        if (chance(random, 5)) {
            boolean base64 = chance(random, 2);
            String body = pieces(random);
            event.put("isBase64Encoded", base64)
                    .put(
                            "body",
                            base64 && !chance(random, 3)
                                    ? Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8))
                                    : body);
        }
        if (!chance(random, 50)) {
            ObjectNode http =
                    event.putObject("requestContext").put("stage", "$default").putObject("http");
            put(http, random, "method", one(random, METHODS));
            put(http, random, "path", path);
        }
        return event;
    }

    private static String pieces(Random random) {
        int count = chance(random, 100) ? 4000 : random.nextInt(6);
        return random.ints(count, 0, PIECES.length).mapToObj(i -> PIECES[i]).collect(Collectors.joining());
    }

    /** Now and then a member is missing or null. */
    private static void put(ObjectNode object, Random random, String name, String value) {
        if (!chance(random, 60)) {
            object.put(name, value);
        }
    }

    private static String one(Random random, String[] of) {
        return of[random.nextInt(of.length)];
    }

    private static boolean chance(Random random, int of) {
        return random.nextInt(of) == 0;
    }
}
