package com.shadowlanes.httpcodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The versions on the class path are those that pom.xml asks for. Quarkus's and Vert.x's BOMs name other versions of the same
 * artifacts, with published vulnerabilities, and Maven does not say when one of them wins.
 */
class ResolvedVersionsTest {
    @ParameterizedTest
    @CsvSource({
        "com.fasterxml.jackson.core, jackson-core, jackson.version",
        "com.fasterxml.jackson.core, jackson-databind, jackson.version",
        "com.fasterxml.jackson.dataformat, jackson-dataformat-csv, jackson.version",
        "com.fasterxml.jackson.datatype, jackson-datatype-joda, jackson.version",
        "io.netty, netty-common, netty.version",
        "io.netty, netty-codec-http, netty.version",
        "io.netty, netty-handler, netty.version",
        "io.vertx, vertx-core, vertx.version",
        "io.vertx, vertx-web, vertx.version",
    })
    void theResolvedVersionIsThatOfThePom(String group, String artifact, String property) throws Exception {
        assertEquals(propertyOfThePom(property), resolvedVersion(group, artifact), artifact);
    }

    /** From the file that Maven puts into each jar. */
    private static String resolvedVersion(String group, String artifact) throws Exception {
        String name = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
        try (InputStream file = ResolvedVersionsTest.class.getResourceAsStream(name)) {
            assertNotNull(file, "not on the class path: " + artifact);
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        }
    }

    private static String propertyOfThePom(String name) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile())
                .getElementsByTagName(name)
                .item(0)
                .getTextContent();
    }
}
