package com.shadowlanes.httpcodes.generate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.shadowlanes.httpcodes.render.JsonText;
import com.shadowlanes.httpcodes.render.Page;
import com.shadowlanes.httpcodes.render.PlainText;
import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.Representation;
import java.util.List;

/** The front page, and what the site has as text and as JSON: for language models also at {@code /llms.txt}. */
final class HomeGenerator implements Generator {
    @Override
    public void generate(Context context, Output output) {
        Page page = context.frame().at(Paths.HOME);
        String overview = context.templates().markdown("home", template -> template.data("page", page));
        Representation html = context.templates().page("home", template -> template.data("page", page)
                .data("wanted", context.frame().wanted())
                .data("query", null)
                .data("found", List.of()));
        output.put(
                Paths.HOME,
                List.of(
                        html,
                        index(),
                        new Representation(Representation.TEXT, PlainText.of(overview)),
                        new Representation(Representation.MARKDOWN, overview)));
        output.put(
                Paths.OFFLINE,
                context.templates()
                        .page(
                                "offline",
                                template ->
                                        template.data("page", context.frame().unlisted())));
        output.put(Paths.PICTURE, Representation.picture(Files.bytes("pictures" + Paths.PICTURE)));
        output.put("/llms.txt", new Representation(Representation.TEXT, overview));
    }

    /** What programs can ask for; a name in braces stands for a value, as in a URI template (RFC 6570). */
    private static Representation index() {
        ObjectNode links = JsonNodeFactory.instance.objectNode();
        links.put("codes", Paths.url(Paths.CODES + ".json"))
                .put("codesInBrief", Paths.url(Paths.CODES + ".brief.json"))
                .put("codesAsCsv", Paths.url(Paths.CODES + ".csv"))
                .put("code", Paths.url("/{code}.json"))
                .put("statusClass", Paths.url("/{class}.json"))
                .put("comparisons", Paths.url(Paths.COMPARISONS + ".json"))
                .put("guide", Paths.url(Paths.GUIDE + ".json"))
                .put("search", Paths.url(Paths.SEARCH + "{?q}"))
                .put("openapi", Paths.url(Paths.OPENAPI))
                .put("schema", Paths.url(Paths.SCHEMA))
                .put("documentation", Paths.url(Paths.API));
        return JsonText.of(links);
    }
}
