package com.shadowlanes.httpcodes.site;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.shadowlanes.httpcodes.catalog.Catalog;
import com.shadowlanes.httpcodes.catalog.Comparison;
import com.shadowlanes.httpcodes.catalog.Question;
import com.shadowlanes.httpcodes.catalog.Search;
import com.shadowlanes.httpcodes.catalog.StatusClass;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import com.shadowlanes.httpcodes.catalog.Use;
import java.util.List;
import java.util.Map;

/** The catalog for programs. The names of the members are promised: they stay, and others may join them. */
final class Json {
    private static final ObjectMapper JSON = new ObjectMapper().setDefaultPropertyInclusion(Include.NON_EMPTY);
    private static final PrettyPrinter LAYOUT = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n")) // the default takes the line end of the system
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private final Catalog catalog;

    Json(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Everything about one code, as {@code schema/code.json} describes it. */
    Document code(StatusCode code) {
        return document(object(code));
    }

    /** Everything about all codes. */
    Document all() {
        ObjectNode all = JSON.createObjectNode().put("license", "CC0-1.0");
        ArrayNode codes = all.putArray("codes");
        catalog.all().forEach(code -> codes.add(object(code)));
        return document(all);
    }

    /** What all codes of a class have in common, and its codes in brief. */
    Document statusClass(StatusClass statusClass) {
        ObjectNode object = JSON.createObjectNode()
                .put("class", statusClass.label())
                .put("title", statusClass.title())
                .put("meaning", statusClass.meaning())
                .put("fallback", statusClass.fallback())
                .put("url", Site.URL + "/" + statusClass.label());
        ArrayNode codes = object.putArray("codes");
        catalog.all().stream()
                .filter(code -> code.classDigit() == statusClass.digit())
                .forEach(code -> codes.add(brief(code)));
        return document(object);
    }

    /** All comparisons: what decides, and the two codes in brief. */
    Document comparisons() {
        ArrayNode comparisons = JSON.createArrayNode();
        catalog.comparisons().forEach(comparison -> comparisons.add(object(comparison)));
        return document(JSON.createObjectNode().set("comparisons", comparisons));
    }

    /** Two codes side by side. */
    Document comparison(Comparison comparison) {
        ObjectNode object = object(comparison);
        for (JsonNode side : object.path("codes")) {
            Use use = catalog.get(side.path("code").asInt()).main();
            ObjectNode members = JSON.valueToTree(use);
            members.retain("meaning", "whenToUse", "content", "cacheability", "redirect", "retry", "source");
            ((ObjectNode) side).setAll(members);
        }
        return document(object);
    }

    private ObjectNode object(Comparison comparison) {
        ObjectNode object = JSON.createObjectNode()
                .put("url", Site.URL + "/compare/" + comparison.name())
                .put("decision", comparison.decision());
        ArrayNode codes = object.putArray("codes");
        for (int i = 0; i < 2; i++) {
            codes.add(brief(catalog.get(comparison.codes().get(i)))
                    .put("rightWhen", comparison.examples().get(i)));
        }
        return object;
    }

    /** A step of the guide; the first has all of them with it, itself too, so that each is found by its id. */
    Document question(Question question) {
        ObjectNode object = object(question);
        if (question.id().equals(Question.START)) {
            ArrayNode questions = object.putArray("questions");
            catalog.questions().forEach(each -> questions.add(object(each)));
        }
        return document(object);
    }

    private ObjectNode object(Question question) {
        ObjectNode object = JSON.valueToTree(question);
        object.put("url", Site.URL + Site.path(question));
        for (JsonNode answer : object.path("answers")) {
            if (answer.has("question")) {
                Question next = catalog.question(answer.path("question").asText());
                ((ObjectNode) answer).put("url", Site.URL + Site.path(next));
            } else {
                int code = answer.path("code").asInt();
                ((ObjectNode) answer)
                        .put("reasonPhrase", catalog.get(code).main().reasonPhrase())
                        .put("url", Site.URL + "/" + code);
            }
        }
        return object;
    }

    /** All codes in brief, a line each (RFC 4180). */
    Document csv() {
        CsvSchema.Builder columns = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
        List.of("code", "reasonPhrase", "class", "state", "definedBy", "summary", "url")
                .forEach(columns::addColumn);
        try {
            List<ObjectNode> lines = catalog.all().stream().map(Json::brief).toList();
            return new Document(
                    Document.CSV, new CsvMapper().writer(columns.build()).writeValueAsString(lines));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the columns are those of a brief", e);
        }
    }

    /**
     * What a query found, best first.
     *
     * @param siteUrl begins the URLs of the results
     */
    Document found(String query, List<Search.Entry> found, String siteUrl) {
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("query", query);
        ArrayNode results = object.putArray("results");
        for (Search.Entry entry : found) {
            results.addObject()
                    .put("code", entry.code())
                    .put("reasonPhrase", catalog.get(entry.code()).main().reasonPhrase())
                    .put("summary", entry.summary())
                    .put("url", siteUrl + "/" + entry.code());
        }
        return document(object);
    }

    /** What the script searches: a row a code, with the members of {@link Search.Entry} in their order. */
    static String searchIndex(Search search) {
        ArrayNode rows = JSON.createArrayNode();
        for (Search.Entry entry : search.entries()) {
            rows.addArray()
                    .add(entry.code())
                    .add(entry.name())
                    .add(entry.definedBy())
                    .add(entry.summary())
                    .add(entry.words())
                    .add(entry.otherNames());
        }
        return rows.toString();
    }

    /**
     * The API's description (OpenAPI 3.1) with the schema of a code put in: generators of clients want one document. They
     * name their types by {@code title} or by the schema's name, so the two are the same.
     *
     * @param description what was written by hand
     * @param schema that of a code, whose references become the description's
     */
    static Document openApi(String description, String schema) {
        try {
            ObjectNode openApi = (ObjectNode) JSON.readTree(description);
            ObjectNode code = (ObjectNode) JSON.readTree(schema.replace("#/$defs/", "#/components/schemas/"));
            ObjectNode schemas = openApi.withObject("/components/schemas");
            JsonNode parts = code.remove("$defs");
            code.remove(List.of("$schema", "$id"));
            schemas.set(code.path("title").asText(), code);
            schemas.setAll((ObjectNode) parts);
            for (Map.Entry<String, JsonNode> named : schemas.properties()) {
                ObjectNode titled = JSON.createObjectNode().put("title", named.getKey());
                named.setValue(titled.setAll((ObjectNode) named.getValue()));
            }
            return document(openApi);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("schema/openapi.json or schema/code.json is not JSON", e);
        }
    }

    private static Document document(JsonNode content) {
        return new Document(Document.JSON, text(content));
    }

    /** A tree as it is sent. */
    static String text(JsonNode content) {
        try {
            return JSON.writer(LAYOUT).writeValueAsString(content) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** The members that every object of a code begins with. */
    private static ObjectNode head(StatusCode code) {
        ObjectNode head = JSON.createObjectNode()
                .put("code", code.code())
                .put("reasonPhrase", code.main().reasonPhrase());
        code.statusClass().ifPresent(statusClass -> head.put("class", statusClass.label()));
        return head.put("state", code.main().state().value()).put("url", Site.URL + "/" + code.code());
    }

    private static ObjectNode brief(StatusCode code) {
        ObjectNode brief = head(code).put("summary", code.main().summary());
        if (code.main().definedBy() != null) {
            brief.put("definedBy", code.main().definedBy());
        }
        return brief;
    }

    private ObjectNode object(StatusCode code) {
        // What is there already keeps its place.
        ObjectNode object = head(code).setAll(use(code.main()));
        if (!code.retriedBy().isEmpty()) {
            object.withObject("/retry").set("clients", JSON.valueToTree(code.retriedBy()));
        }
        setUnlessEmpty(object, "formerReasonPhrases", JSON.valueToTree(code.formerReasonPhrases()));
        setUnlessEmpty(object, "constants", JSON.valueToTree(code.constants()));
        ArrayNode comparisons = JSON.createArrayNode();
        catalog.comparisons(code).forEach(comparison -> comparisons
                .addObject()
                .put("code", comparison.otherThan(code.code()))
                .put("url", Site.URL + "/compare/" + comparison.name()));
        setUnlessEmpty(object, "comparisons", comparisons);
        ArrayNode otherUses = JSON.createArrayNode();
        code.otherUses().forEach(use -> otherUses.add(use(use)));
        setUnlessEmpty(object, "otherUses", otherUses);
        return object;
    }

    /** One meaning, its related codes with their names and pages. */
    private ObjectNode use(Use use) {
        ObjectNode json = JSON.valueToTree(use);
        for (JsonNode related : json.path("related")) {
            int code = related.path("code").asInt();
            ((ObjectNode) related)
                    .put("reasonPhrase", catalog.get(code).main().reasonPhrase())
                    .put("url", Site.URL + "/" + code);
        }
        return json;
    }

    private static void setUnlessEmpty(ObjectNode object, String name, ArrayNode values) {
        if (!values.isEmpty()) {
            object.set(name, values);
        }
    }
}
