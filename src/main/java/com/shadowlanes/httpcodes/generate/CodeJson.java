package com.shadowlanes.httpcodes.generate;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.shadowlanes.httpcodes.catalog.Catalog;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import com.shadowlanes.httpcodes.catalog.Use;
import com.shadowlanes.httpcodes.site.Paths;

/** Codes for programs. The names of the members are promised: they stay, and others may join them. */
final class CodeJson {
    private static final ObjectMapper JSON = new ObjectMapper().setDefaultPropertyInclusion(Include.NON_EMPTY);

    private CodeJson() {}

    /** A record of the catalog with all its members but those that have nothing to say. */
    static ObjectNode tree(Record value) {
        return JSON.valueToTree(value);
    }

    /** What lists have of a code. */
    static ObjectNode brief(StatusCode code) {
        ObjectNode brief = head(code).put("summary", code.main().plainSummary());
        if (code.main().definedBy() != null) {
            brief.put("definedBy", code.main().definedBy());
        }
        return brief;
    }

    /** Everything about one code, as {@code schema/code.json} describes it. */
    static ObjectNode code(StatusCode code, Catalog catalog) {
        // What is there already keeps its place.
        ObjectNode object = head(code).setAll(use(code.main(), catalog));
        if (!code.retriedBy().isEmpty()) {
            object.withObject("/retry").set("clients", JSON.valueToTree(code.retriedBy()));
        }
        setUnlessEmpty(object, "formerReasonPhrases", JSON.valueToTree(code.formerReasonPhrases()));
        setUnlessEmpty(object, "constants", JSON.valueToTree(code.constants()));
        ArrayNode comparisons = JSON.createArrayNode();
        catalog.comparisons(code).forEach(comparison -> comparisons
                .addObject()
                .put("code", comparison.otherThan(code.code()))
                .put("url", Paths.url(Paths.comparison(comparison.name()))));
        setUnlessEmpty(object, "comparisons", comparisons);
        ArrayNode otherUses = JSON.createArrayNode();
        code.otherUses().forEach(use -> otherUses.add(use(use, catalog)));
        setUnlessEmpty(object, "otherUses", otherUses);
        return object;
    }

    /** The members that every object of a code begins with. */
    private static ObjectNode head(StatusCode code) {
        ObjectNode head = JSON.createObjectNode()
                .put("code", code.code())
                .put("reasonPhrase", code.main().reasonPhrase())
                .put("title", code.name());
        if (code.statusClass() != null) {
            head.put("class", code.statusClass().label());
        }
        return head.put("state", code.main().state().value()).put("url", Paths.url(Paths.code(code.code())));
    }

    /** One meaning: its example as it is sent, its related codes with their names and pages. */
    private static ObjectNode use(Use use, Catalog catalog) {
        ObjectNode json = tree(use).put("summary", use.plainSummary());
        if (use.wireExample() != null) {
            json.withObject("/wireExample")
                    .put("request", message(use.wireExample().request()))
                    .put("response", message(use.wireExample().response()));
        }
        for (int i = 0; i < use.related().size(); i++) {
            int code = use.related().get(i).code();
            ((ObjectNode) json.path("related").get(i))
                    .put("reasonPhrase", catalog.get(code).main().reasonPhrase())
                    .put("title", catalog.get(code).name())
                    .put("url", Paths.url(Paths.code(code)));
        }
        return json;
    }

    /** A message whose header section ends with an empty line, as it must (RFC 9112 §2.1), also where no body follows. */
    private static String message(String text) {
        // Interim responses may precede it.
        String last = text.substring(Math.max(0, text.lastIndexOf("\nHTTP/")));
        return last.contains("\n\n") ? text : text + "\n\n";
    }

    private static void setUnlessEmpty(ObjectNode object, String name, ArrayNode values) {
        if (!values.isEmpty()) {
            object.set(name, values);
        }
    }
}
