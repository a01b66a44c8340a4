package com.shadowlanes.httpcodes.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.shadowlanes.httpcodes.BuiltSite;
import com.shadowlanes.httpcodes.render.JsonText;
import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * URLs and JSON members that were published once stay. {@code published.txt} has a line for each of them; with
 * {@code -Dpublished.update} this test adds the new ones to it before it compares.
 */
class PublishedTest {
    private static final Path PROMISES = Path.of("src/test/resources/published.txt");
    private static final String UPDATE = "./mvnw test -Dtest=PublishedTest -Dpublished.update";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Path promises;

    @BeforeEach
    void promise() throws IOException {
        promises = Files.writeString(folder.resolve("published.txt"), "/404\n/410\n");
    }

    @Test
    void whatIsPublishedIsPromisedAndStays() throws IOException {
        compare(PROMISES, published(), Boolean.getBoolean("published.update"));
    }

    @Test
    void namesTheCommandThatPromisesWhatIsNew() {
        String message = assertThrows(
                        AssertionError.class, () -> compare(promises, Set.of("/404", "/410", "/409"), false))
                .getMessage();
        assertTrue(message.contains(UPDATE) && message.contains("/409"), message);
        assertPromised("/404\n/410\n");
    }

    @Test
    void theCommandAddsWhatIsNewInOrder() throws IOException {
        compare(promises, Set.of("/410", "/404", "/409", "/"), true);
        assertPromised("/\n/404\n/409\n/410\n");
    }

    @Test
    void theCommandKeepsWhatIsGoneAndReportsIt() {
        String message = assertThrows(AssertionError.class, () -> compare(promises, Set.of("/404", "/409"), true))
                .getMessage();
        assertTrue(message.contains("/410") && !message.contains("/409"), message);
        assertPromised("/404\n/409\n/410\n");
    }

    @Test
    void aPromiseThatIsGoneIsAnErrorWithoutTheCommandToo() {
        String message = assertThrows(AssertionError.class, () -> compare(promises, Set.of("/404"), false))
                .getMessage();
        assertTrue(message.contains("/410") && !message.contains(UPDATE), message);
        assertPromised("/404\n/410\n");
    }

    private void assertPromised(String expected) {
        try {
            assertEquals(expected, Files.readString(promises));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** @param update whether to add to the file what is published and not in it */
    private static void compare(Path file, Set<String> published, boolean update) throws IOException {
        Set<String> promised = new TreeSet<>(Files.readAllLines(file));
        if (update && promised.addAll(published)) {
            Files.writeString(file, String.join("\n", promised) + "\n");
        }
        assertEquals(
                Set.of(), without(promised, published), "These URLs and JSON members are promised and must not go");
        assertEquals(
                Set.of(),
                without(published, promised),
                "These URLs and JSON members are new. If they are to stay, promise them: " + UPDATE);
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> published() throws IOException {
        Site site = BuiltSite.SITE;
        Set<String> published = new TreeSet<>(site.paths());
        published.removeIf(path -> path.startsWith("/assets/"));
        for (JsonNode code :
                JSON.readTree(site.at("/codes.json").get(0).content()).path("codes")) {
            // An other use has the members of a code.
            members("", code).forEach(member -> published.add(member.replaceFirst("^otherUses\\.", "")));
        }
        for (String path : List.of(
                "/4xx.json", "/404.problem.json", "/compare.json", "/compare/303-vs-307.json", "/choose.json")) {
            published.addAll(
                    members(path + " ", JSON.readTree(site.at(path).get(0).content())));
        }
        published.addAll(members(
                "/search.json ",
                JSON.readTree(JsonText.found("teapot", List.of(site.codes().get(418)), Paths.SITE_URL)
                        .content())));
        return published;
    }

    /** The members of an object and of the objects in it, as in {@code source.url}. */
    private static Set<String> members(String prefix, JsonNode node) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            names.add(prefix + member.getKey());
            names.addAll(members(prefix + member.getKey() + ".", member.getValue()));
        }
        if (node.isArray()) {
            node.forEach(element -> names.addAll(members(prefix, element)));
        }
        return names;
    }
}
