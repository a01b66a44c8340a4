package com.shadowlanes.httpcodes.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.shadowlanes.httpcodes.site.Brief;
import com.shadowlanes.httpcodes.site.Problem;
import com.shadowlanes.httpcodes.site.Representation;
import java.util.List;

/** JSON as this site lays it out, and the JSON that is made for one request. */
public final class JsonText {
    private static final PrettyPrinter LAYOUT = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n")) // the default takes the line end of the system
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));
    private static final ObjectWriter WRITER = new JsonMapper().writer(LAYOUT);

    private JsonText() {}

    /** A tree as {@code application/json}. */
    public static Representation of(JsonNode content) {
        return new Representation(Representation.JSON, text(content));
    }

    /**
     * A problem as {@code application/problem+json} (RFC 9457); its type is the page that explains the status code.
     *
     * @param siteUrl where that page is: the URL of this deployment
     */
    public static Representation problem(Problem problem, String siteUrl) {
        Brief status = problem.status();
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put("type", siteUrl + status.path())
                .put("title", status.name())
                .put("status", status.code())
                .put("detail", problem.detail());
        return new Representation(Representation.PROBLEM, text(content));
    }

    /**
     * What a search found, best first.
     *
     * @param siteUrl begins the URLs of the results
     */
    public static Representation found(String query, List<Brief> found, String siteUrl) {
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("query", query);
        ArrayNode results = content.putArray("results");
        for (Brief code : found) {
            results.addObject()
                    .put("code", code.code())
                    .put("reasonPhrase", code.reasonPhrase())
                    .put("title", code.name())
                    .put("summary", code.summary())
                    .put("url", siteUrl + code.path());
        }
        return of(content);
    }

    /** A tree in one line. */
    public static Representation compact(JsonNode content) {
        return new Representation(Representation.JSON, content + "\n");
    }

    private static String text(JsonNode content) {
        try {
            return WRITER.writeValueAsString(content) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
