package com.shadowlanes.httpcodes.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.shadowlanes.httpcodes.catalog.StatusCode.Constant;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds {@code tables/constants.yaml} to the libraries themselves: those of the JVM are asked here; what the others
 * answered to the scripts in {@code src/test/constants} stands in {@code constants.csv}.
 */
class NamesTest {
    private static final Catalog CATALOG = DatasetReader.read();

    /** The names of classes of codes, which have the number of their first code. */
    private static final Set<String> NOT_CODES =
            Set.of("SC_INFORMATIONAL", "SC_SUCCESS", "SC_REDIRECTION", "SC_CLIENT_ERROR", "SC_SERVER_ERROR");

    @ParameterizedTest
    @CsvSource({
        "java.net, java.net.HttpURLConnection, HTTP_",
        "Apache HttpCore, org.apache.hc.core5.http.HttpStatus, SC_"
    })
    void theNumbersOfAClassAreItsOwn(String library, String className, String prefix)
            throws ReflectiveOperationException {
        Class<?> type = Class.forName(className);
        Set<String> names = new TreeSet<>();
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && field.getType() == int.class
                    && field.getName().startsWith(prefix)
                    && !NOT_CODES.contains(field.getName())) {
                names.add(line(field.getInt(null), type, field.getName(), field));
            }
        }
        assertNames(library, type, names);
    }

    @ParameterizedTest
    @CsvSource({
        "Jakarta REST, jakarta.ws.rs.core.Response$Status, getStatusCode",
        "Spring, org.springframework.http.HttpStatus, value",
        "Quarkus, org.jboss.resteasy.reactive.RestResponse$Status, getStatusCode"
    })
    void theMembersOfAnEnumAreItsOwn(String library, String className, String getter)
            throws ReflectiveOperationException {
        Class<?> type = Class.forName(className);
        Set<String> names = new TreeSet<>();
        for (Field field : type.getFields()) {
            if (field.isEnumConstant()) {
                int code = (int) type.getMethod(getter).invoke(field.get(null));
                names.add(line(code, type, field.getName(), field));
            }
        }
        assertNames(library, type, names);
    }

    @Test
    void thePropertiesOfKtorsCompanionAreItsOwn() throws ReflectiveOperationException {
        Class<?> type = Class.forName("io.ktor.http.HttpStatusCode");
        Object companion = type.getField("Companion").get(null);
        Set<String> names = new TreeSet<>();
        for (Method property : companion.getClass().getMethods()) {
            if (property.getReturnType() == type && property.getParameterCount() == 0) {
                int code = (int) type.getMethod("getValue").invoke(property.invoke(companion));
                names.add(line(code, type, property.getName().substring("get".length()), property));
            }
        }
        assertNames("Ktor", type, names);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/constants.csv", useHeadersInDisplayName = true)
    void theNamesOfOtherLanguagesAreWhatTheirLibrariesPrinted(
            String language, String library, String version, int code, String name, Boolean deprecated) {
        Constant expected = new Constant(language, library, version, name, deprecated);
        assertTrue(
                CATALOG.get(code).constants().contains(expected),
                "tables/constants.yaml: " + code + " lacks " + expected);
    }

    @Test
    void theNamesOfOtherLanguagesAreAllFromTheirLibraries() throws IOException {
        long printed;
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/constants.csv"))) {
            printed = lines.skip(1).count();
        }
        assertEquals(
                printed,
                CATALOG.all().stream()
                        .flatMap(code -> code.constants().stream())
                        .filter(constant -> !Set.of("Java", "Kotlin").contains(constant.language()))
                        .count());
    }

    /** What {@code src/test/constants/reason-phrases.py} found in the RFCs. */
    @Test
    void formerReasonPhrasesAreThoseOfTheRfcs() throws IOException {
        List<String> shown = CATALOG.all().stream()
                .flatMap(code -> code.formerReasonPhrases().stream()
                        .map(former -> String.join(
                                ",",
                                "" + code.code(),
                                former.reasonPhrase(),
                                former.source().title().replace("RFC ", ""),
                                former.source().section())))
                .sorted()
                .toList();
        List<String> found = Files.readAllLines(Path.of("src/test/resources/former-reason-phrases.csv"));
        assertEquals(found.subList(1, found.size()).stream().sorted().toList(), shown);
    }

    private static void assertNames(String library, Class<?> type, Set<String> expected) {
        List<Constant> constants = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (StatusCode code : CATALOG.all()) {
            code.constants().stream()
                    .filter(constant -> constant.library().equals(library))
                    .forEach(constant -> {
                        constants.add(constant);
                        names.add(code.code() + " " + constant.name()
                                + (constant.deprecated() == null ? "" : " deprecated"));
                    });
        }
        assertEquals(expected, names, "tables/constants.yaml, " + library);
        String version = constants.get(0).version();
        if (type.getClassLoader() != null && type.getProtectionDomain().getCodeSource() != null) {
            String jar =
                    type.getProtectionDomain().getCodeSource().getLocation().getPath();
            assertTrue(
                    jar.endsWith("-" + version + ".jar"),
                    "tables/constants.yaml says " + version + ", the tests have " + jar);
        }
    }

    private static String line(int code, Class<?> type, String name, AnnotatedElement element) {
        String owner = type.getCanonicalName().substring(type.getPackageName().length() + 1);
        boolean deprecated = element.isAnnotationPresent(Deprecated.class);
        return code + " " + owner + "." + name + (deprecated ? " deprecated" : "");
    }
}
