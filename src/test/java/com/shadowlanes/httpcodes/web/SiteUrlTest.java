package com.shadowlanes.httpcodes.web;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.shadowlanes.httpcodes.site.Site;
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
                .body(not(containsString(Site.URL)));
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
    void rejectsABlankSecret() {
        assertThrows(IllegalArgumentException.class, () -> new Answers(Site.URL, Optional.of("  "), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "codes.example.org", "https://codes.example.org/", "https://codes.example.org/x", "ftp://a"})
    void rejectsWhatIsNotSchemeAndHost(String url) {
        String message = assertThrows(IllegalArgumentException.class, () -> new Answers(url, Optional.empty(), true))
                .getMessage();
        assertTrue(message.startsWith("SITE_URL") && message.endsWith(url), message);
    }
}
