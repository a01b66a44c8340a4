package com.shadowlanes.httpcodes.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.shadowlanes.httpcodes.BuiltSite;
import com.shadowlanes.httpcodes.render.JsonText;
import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.Representation;
import com.shadowlanes.httpcodes.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** The description is complete, true, and in the form that generators of clients understand. */
class OpenApiTest {
    private static final Site SITE = BuiltSite.SITE;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode OPENAPI = json("/openapi.json");
    private static final JsonNode SCHEMAS = OPENAPI.at("/components/schemas");

    /** What a URL ends with that names a format of the API. */
    private static final String FORMAT = ".*\\.(json|txt|md|csv|png)";

    /**
     * What has such an end and is no part of the API: what it is described by, what pages, robots and agents load, and the
     * pictures of pages.
     */
    private static final String NO_OPERATION = "/(openapi\\.json|schema/.*|assets/.*|robots\\.txt|llms\\.txt|api\\..*"
            + "|speculation-rules\\.json|site\\.png|compare/.*\\.png)";

    @Test
    void everyPathIsThereInTheFormatThatItPromises() {
        operations().forEach((path, get) -> {
            if (path.equals("/search.json")) {
                return;
            }
            Representation document = SITE.at(example(path)).get(0);
            assertEquals(List.of(document.essence()), List.copyOf(names(get.at("/responses/200/content"))), path);
        });
    }

    @Test
    void everyDocumentOfTheApiHasAPath() {
        List<String> patterns = new ArrayList<>();
        operations().forEach((path, get) -> patterns.add(pattern(path)));
        for (String path : SITE.paths()) {
            if (path.matches(FORMAT) && !path.matches(NO_OPERATION)) {
                assertTrue(patterns.stream().anyMatch(path::matches), path + " is not in openapi.json");
            }
        }
    }

    @Test
    void everyDocumentIsValid() {
        documents((path, content, schema) ->
                assertEquals(Set.of(), schema(schema.path("$ref").asText()).validate(content), path));
    }

    /** A generated client loses what is not declared, and offers in vain what is never sent. */
    @Test
    void membersAreDeclaredIfAndOnlyIfTheyAreSent() {
        Set<JsonNode> sent = Collections.newSetFromMap(new IdentityHashMap<>());
        documents((path, content, schema) -> addDeclared(content, schema, path, sent));
        for (String name : names(SCHEMAS)) {
            for (JsonNode part : withAllOf(SCHEMAS.path(name))) {
                part.path("properties")
                        .properties()
                        .forEach(member -> assertTrue(
                                sent.contains(member.getValue()), name + "." + member.getKey() + " is never sent"));
            }
        }
    }

    @Test
    void everyReferenceLeadsToSomethingAndEveryComponentIsReferredTo() {
        Set<String> references = new HashSet<>(OPENAPI.findValuesAsText("$ref"));
        references.forEach(
                reference -> assertFalse(OPENAPI.at(reference.substring(1)).isMissingNode(), reference));
        for (String kind : names(OPENAPI.path("components"))) {
            for (String name : names(OPENAPI.path("components").path(kind))) {
                assertTrue(references.contains("#/components/" + kind + "/" + name), kind + "/" + name);
            }
        }
    }

    @Test
    void everySchemaIsNamedLikeATypeAndHasThatTitle() {
        for (String name : names(SCHEMAS)) {
            assertTrue(name.matches("([A-Z][a-z]+)+"), name);
            assertEquals(name, SCHEMAS.path(name).path("title").asText());
            for (String kind : List.of("parameters", "responses")) {
                assertTrue(OPENAPI.at("/components/" + kind + "/" + name).isMissingNode(), name + " names two things");
            }
        }
    }

    @Test
    void everyOperationSaysEverythingOnce() {
        Set<String> ids = new HashSet<>();
        operations().forEach((path, get) -> {
            assertTrue(ids.add(get.path("operationId").asText()), path);
            JsonNode responses = get.path("responses");
            assertTrue(responses.has("default"), path);
            assertEquals(path.contains("{"), responses.has("404"), path);
            assertEquals(path.matches("/(compare|choose)/.*"), responses.has("301"), path);
        });
        for (JsonNode response : OPENAPI.at("/components/responses")) {
            if (response.has("content")) {
                assertEquals(Set.of(Representation.PROBLEM), names(response.path("content")));
            }
        }
        assertTrue(
                OPENAPI.path("security").isArray() && OPENAPI.path("security").isEmpty());
    }

    /** Of an object inside another one, generators make a type with a name of their own, or none. */
    @Test
    void everyObjectIsAComponent() {
        for (String name : names(SCHEMAS)) {
            for (JsonNode object : withAllOf(SCHEMAS.path(name))) {
                for (JsonNode member : object.path("properties")) {
                    for (JsonNode schema : List.of(member, member.path("items"))) {
                        assertFalse(schema.has("properties") || schema.has("allOf"), name + ": " + member);
                    }
                }
            }
        }
    }

    @Test
    void everyMemberAndEveryValueIsExplained() {
        for (String name : names(SCHEMAS)) {
            assertTrue(SCHEMAS.path(name).has("description"), name);
            for (JsonNode object : withAllOf(SCHEMAS.path(name))) {
                object.path("properties").properties().forEach(member -> {
                    String where = name + "." + member.getKey();
                    assertTrue(member.getValue().path("description").asText().matches("(?s)[A-Z].*\\..*"), where);
                    assertTrue(
                            member.getValue().has("type") || member.getValue().has("$ref"), where + " has no type");
                });
            }
        }
        everywhere(OPENAPI, "", (where, node) -> {
            assertFalse(node.has("const"), where + ": generators do not know const");
            if (node.path("enum").isArray()) {
                assertEquals("string", node.path("type").asText(), where);
                for (JsonNode value : node.path("enum")) {
                    assertTrue(
                            node.path("description").asText().contains("\n- `" + value.asText() + "`: "),
                            where + " does not explain " + value);
                }
            }
        });
    }

    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        OPENAPI.path("paths").properties().forEach(path -> {
            Set<String> methods = names(path.getValue());
            methods.remove("parameters");
            assertEquals(Set.of("get"), methods, path.getKey());
            operations.put(path.getKey(), path.getValue().path("get"));
        });
        return operations;
    }

    /** The path with the examples of its parameters. */
    private static String example(String path) {
        String example = path;
        for (JsonNode parameter : parameters(path)) {
            example = example.replace(
                    "{" + parameter.path("name").asText() + "}",
                    parameter.path("example").asText());
        }
        return example;
    }

    /** What matches the paths of an operation. */
    private static String pattern(String path) {
        String pattern = path.replace(".", "\\.");
        for (JsonNode parameter : parameters(path)) {
            JsonNode schema = parameter.path("schema");
            String values = schema.has("pattern")
                    ? schema.path("pattern").asText().replaceAll("[$^]", "")
                    : "[0-9]{" + schema.path("minimum").asText().length() + "}";
            pattern = pattern.replace("{" + parameter.path("name").asText() + "}", values);
        }
        return pattern;
    }

    private static List<JsonNode> parameters(String path) {
        List<JsonNode> parameters = new ArrayList<>();
        OPENAPI.path("paths")
                .path(path)
                .path("parameters")
                .forEach(reference -> parameters.add(
                        OPENAPI.at(reference.path("$ref").asText().substring(1))));
        return parameters;
    }

    private interface DocumentCheck {
        void check(String path, JsonNode content, JsonNode schema);
    }

    /** All JSON of the API with the schema that its operation has for it. */
    private static void documents(DocumentCheck check) {
        operations().forEach((path, get) -> {
            JsonNode schema = get.at("/responses/200/content/application~1json/schema");
            if (path.equals("/search.json")) {
                check.check(
                        path,
                        read(JsonText.found("teapot", List.of(SITE.codes().get(418)), Paths.SITE_URL)
                                .content()),
                        schema);
            } else if (!schema.isMissingNode()) {
                String pattern = pattern(path);
                SITE.paths().stream()
                        .filter(each -> each.matches(pattern))
                        .forEach(each -> check.check(each, json(each), schema));
            }
        });
    }

    private static void addDeclared(JsonNode value, JsonNode schema, String where, Set<JsonNode> sent) {
        if (value.isArray()) {
            value.forEach(element -> addDeclared(element, schema.path("items"), where, sent));
        }
        value.properties().forEach(member -> {
            JsonNode declared = withAllOf(schema).stream()
                    .map(object -> object.path("properties").path(member.getKey()))
                    .filter(property -> !property.isMissingNode())
                    .findFirst()
                    .orElseThrow(
                            () -> new AssertionError(where + " has " + member.getKey() + ", which is not declared"));
            sent.add(declared);
            addDeclared(member.getValue(), declared, where + " " + member.getKey(), sent);
        });
    }

    /** The schema that a reference leads to, and those that allOf joins. */
    private static List<JsonNode> withAllOf(JsonNode schema) {
        JsonNode real =
                schema.has("$ref") ? OPENAPI.at(schema.path("$ref").asText().substring(1)) : schema;
        List<JsonNode> all = new ArrayList<>(List.of(real));
        real.path("allOf").forEach(part -> all.addAll(withAllOf(part)));
        return all;
    }

    private static void everywhere(JsonNode node, String where, BiConsumer<String, JsonNode> check) {
        check.accept(where, node);
        node.forEach(element -> {
            if (node.isArray()) {
                everywhere(element, where, check);
            }
        });
        node.properties().forEach(member -> everywhere(member.getValue(), where + "/" + member.getKey(), check));
    }

    private static JsonSchema schema(String reference) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(JSON.createObjectNode()
                        .put("$ref", reference)
                        .<ObjectNode>set("components", OPENAPI.path("components")));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode json(String path) {
        return read(SITE.at(path).get(0).content());
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
