package com.shadowlanes.httpcodes.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deployment that answers to its edge alone, while the edge's secret is being replaced. */
@QuarkusTest
@TestProfile(EdgeSecretTest.BehindAnEdge.class)
class EdgeSecretTest {
    public static class BehindAnEdge implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("edge.secret", "new  old");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "old"})
    void answersToWhoSendsTheSecret(String secret) {
        for (String path : new String[] {"/404", "/search.json?q=teapot", "/?q=teapot"}) {
            given().header("X-Origin-Verify", secret).when().get(path).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ne", "neww", "NEW", "new old", "new  old", " "})
    void refusesWhoSendsAnotherSecret(String secret) {
        given().header("X-Origin-Verify", secret).when().get("/404").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/404", "/404.json", "/404/", "/?q=404", "/?q=teapot", "/nonsense", "/search.json?q=x"})
    void refusesWhoSendsNone(String path) {
        for (String method : new String[] {"GET", "POST", "OPTIONS"}) {
            given().accept("text/html")
                    .when()
                    .request(method, path)
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .header("Cache-Control", "no-store")
                    .body("status", is(403))
                    .body("detail", containsString("https://httpcodes.shadowlanes.com"));
        }
    }

    @Test
    void refusesHeadWithoutABody() {
        JsonPath response = answer("HEAD", null);
        assertEquals(403, response.getInt("statusCode"));
        assertEquals("no-store", response.getString("headers.'Cache-Control'"));
        assertEquals("application/problem+json", response.getString("headers.'Content-Type'"));
        assertEquals("", response.getString("body"));
        int length = answer("GET", null).getString("body").length();
        assertEquals(String.valueOf(length), response.getString("headers.'Content-Length'"));
    }

    @Test
    void asksForTheSecretBeforeAnythingElse() {
        assertEquals(403, answer("GET", "\\u0000").getInt("statusCode"));
        assertEquals(403, answer("GET", "new\\u0000").getInt("statusCode"));
        assertEquals(400, answer("GET", "new\",\"Accept\":\"\\u0000").getInt("statusCode"));
        assertEquals(403, answer("GET", "no\",\"Accept\":\"\\u0000").getInt("statusCode"));
    }

    /** The event's own answer, from which the gateway's mock takes the body of a HEAD. */
    private static JsonPath answer(String method, String secret) {
        String headers = secret == null ? "" : "\"x-origin-verify\":\"" + secret + '"';
        String event = "{\"rawPath\":\"/404\",\"headers\":{" + headers + "},\"requestContext\":{\"http\":{\"method\":\""
                + method + "\"}}}";
        return given().body(event).post("/_lambda_").jsonPath();
    }
}
