package com.shadowlanes.httpcodes.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.shadowlanes.httpcodes.site.Paths;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deployment with a URL of its own. */
@QuarkusTest
@TestProfile(SiteUrlTest.Elsewhere.class)
class SiteUrlTest {
    public static class Elsewhere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("site.url", "https://codes.example.org");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/404",
                "/404.json",
                "/codes",
                "/codes.json",
                "/4xx",
                "/404.md",
                "/codes.csv",
                "/llms.txt",
                "/openapi.json",
                "/sitemap.xml",
                "/robots.txt"
            })
    void putsItsUrlIntoEveryDocument(String path) {
        when().get(path)
                .then()
                .statusCode(200)
                .body(containsString("https://codes.example.org"))
                .body(not(containsString(Paths.SITE_URL)));
    }

    /** Its documents are not those of another deployment, so neither are its entity tags. */
    @ParameterizedTest
    @ValueSource(strings = {"/404", "/404.json", "/search.json?q=teapot"})
    void marksItsEntityTags(String path) {
        String tag = when().get(path).header("ETag");
        assertTrue(tag.matches("\"[0-9a-f]{12}-[0-9a-f]+\""), tag);
        given().header("If-None-Match", tag).when().get(path).then().statusCode(304);
    }

    @Test
    void putsItsUrlIntoProblems() {
        given().accept("application/json")
                .when()
                .get("/nonsense")
                .then()
                .body("type", equalTo("https://codes.example.org/404"));
    }

    @Test
    void putsItsUrlIntoSearchResultsAndNotIntoWhatWasSearched() {
        String words = Paths.SITE_URL + "/418";
        for (String path : new String[] {"/", "/search.json"}) {
            given().queryParam("q", words)
                    .when()
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body(containsString(words));
        }
        given().queryParam("q", words)
                .when()
                .get("/search.json")
                .then()
                .body("query", equalTo(words))
                .body("results[0].url", equalTo("https://codes.example.org/418"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/json"})
    void leavesAPathAsItWasSent(String accept) {
        String event = "{\"rawPath\":\"/see " + Paths.SITE_URL + "\",\"headers\":{\"accept\":\"" + accept
                + "\"},\"requestContext\":{\"http\":{\"method\":\"GET\"}}}";
        given().body(event)
                .post("/_lambda_")
                .then()
                .body("statusCode", equalTo(404))
                .body("body", containsString("nothing at /see " + Paths.SITE_URL + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "  \t "})
    void rejectsASecretThatIsEmpty(String secret) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new Settings(Paths.SITE_URL, Optional.of(secret)))
                .getMessage();
        assertTrue(message.startsWith("EDGE_SECRET"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "codes.example.org", "https://codes.example.org/", "https://codes.example.org/x", "ftp://a"})
    void rejectsWhatIsNotSchemeAndHost(String url) {
        String message = assertThrows(IllegalArgumentException.class, () -> new Settings(url, Optional.empty()))
                .getMessage();
        assertTrue(message.startsWith("SITE_URL") && message.endsWith(url), message);
    }
}
