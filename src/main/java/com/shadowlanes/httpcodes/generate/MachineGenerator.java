package com.shadowlanes.httpcodes.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.shadowlanes.httpcodes.render.Assets;
import com.shadowlanes.httpcodes.render.JsonText;
import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.Representation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What browsers, crawlers and generators of clients ask for. */
final class MachineGenerator implements Generator {
    static final String JAVASCRIPT = "text/javascript;charset=UTF-8";

    @Override
    public void generate(Context context, Output output) {
        String schema = Files.text("schema/code.json");
        output.put(Paths.SCHEMA, new Representation("application/schema+json", schema));
        output.put(Paths.OPENAPI, openApi(Files.text("schema/openapi.json"), schema));
        output.put("/favicon.svg", new Representation("image/svg+xml", Files.text("assets/favicon.svg")));
        output.put("/sw.js", serviceWorker(context.frame().assets()));
        output.put(
                Paths.SPECULATION_RULES,
                new Representation("application/speculationrules+json", Files.text("assets/speculation-rules.json")));
        output.put("/robots.txt", new Representation(Representation.TEXT, """
                User-agent: *
                Allow: /
                Sitemap: %s
                """.formatted(Paths.url("/sitemap.xml"))));
        output.put("/sitemap.xml", sitemap(output.pages()));
    }

    /**
     * The API's description (OpenAPI 3.1) with the schema of a code put in: generators of clients want one document. They
     * name their types by {@code title} or by the schema's name, so the two are the same.
     *
     * @param description what was written by hand
     * @param schema that of a code, whose references become the description's
     */
    private static Representation openApi(String description, String schema) {
        try {
            JsonMapper mapper = new JsonMapper();
            ObjectNode openApi = (ObjectNode) mapper.readTree(description);
            ObjectNode code = (ObjectNode) mapper.readTree(schema.replace("#/$defs/", "#/components/schemas/"));
            ObjectNode schemas = openApi.withObject("/components/schemas");
            JsonNode parts = code.remove("$defs");
            code.remove(List.of("$schema", "$id"));
            schemas.set(code.path("title").asText(), code);
            schemas.setAll((ObjectNode) parts);
            for (Map.Entry<String, JsonNode> named : schemas.properties()) {
                ObjectNode titled = mapper.createObjectNode().put("title", named.getKey());
                named.setValue(titled.setAll((ObjectNode) named.getValue()));
            }
            return JsonText.of(openApi);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("schema/openapi.json or schema/code.json is not JSON", e);
        }
    }

    private static Representation serviceWorker(Assets assets) {
        return new Representation(
                JAVASCRIPT,
                Files.text("assets/sw.js")
                        .replace("STYLESHEET", assets.stylesheet())
                        .replace("SCRIPT", assets.script())
                        .replace("SEARCH_INDEX", assets.searchIndex()));
    }

    private static Representation sitemap(List<String> pages) {
        String urls = pages.stream()
                .filter(path -> !path.equals(Paths.OFFLINE))
                .map(path -> "  <url><loc>" + Paths.url(path) + "</loc></url>\n")
                .collect(Collectors.joining());
        return new Representation("application/xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                """ + urls + "</urlset>\n");
    }
}
