package com.shadowlanes.httpcodes.web;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

/** The same without the short cut: REST gives the same answers. */
@QuarkusTest
@TestProfile(SiteThroughRestTest.NoShortCut.class)
class SiteThroughRestTest extends SiteOverHttpTest {
    public static class NoShortCut implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("site.short-cut", "false");
        }
    }
}
