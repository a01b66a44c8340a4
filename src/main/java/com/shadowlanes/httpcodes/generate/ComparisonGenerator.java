package com.shadowlanes.httpcodes.generate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.shadowlanes.httpcodes.catalog.Catalog;
import com.shadowlanes.httpcodes.catalog.Comparison;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import com.shadowlanes.httpcodes.render.JsonText;
import com.shadowlanes.httpcodes.render.Page;
import com.shadowlanes.httpcodes.render.Prose;
import com.shadowlanes.httpcodes.site.Paths;
import java.util.List;
import java.util.stream.IntStream;

/** Two codes side by side, and the list of all such pairs. */
final class ComparisonGenerator implements Generator {
    /** What the JSON of a comparison has of each code, beside the brief. */
    private static final List<String> COMPARED =
            List.of("meaning", "whenToUse", "content", "cacheability", "redirect", "retry", "source");

    @Override
    public void generate(Context context, Output output) {
        Catalog catalog = context.catalog();
        list(context, output);
        for (Comparison comparison : catalog.comparisons()) {
            Pair pair = pair(comparison, context);
            Page page = context.frame().at(pair.path());
            output.put(
                    pair.path(),
                    context.templates().forms("compare", pair.path(), template -> template.data("page", page)
                            .data("pair", pair)
                            .data("labels", catalog.labels())
                            .data("prose", new Prose(comparison.codes(), context.codes()))),
                    JsonText.of(withDetails(comparison, catalog)).at(pair.path() + ".json"));
        }
    }

    private static void list(Context context, Output output) {
        Page page = context.frame().at(Paths.COMPARISONS);
        List<Pair> pairs = context.catalog().comparisons().stream()
                .map(comparison -> pair(comparison, context))
                .toList();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode comparisons = json.putArray("comparisons");
        context.catalog().comparisons().forEach(comparison -> comparisons.add(json(comparison, context.catalog())));
        output.put(
                Paths.COMPARISONS,
                context.templates().forms("comparisons", Paths.COMPARISONS, template -> template.data("page", page)
                        .data("pairs", pairs)),
                JsonText.of(json).at(Paths.COMPARISONS + ".json"));
    }

    private static Pair pair(Comparison comparison, Context context) {
        List<Side> sides = IntStream.range(0, 2)
                .mapToObj(i -> {
                    int code = comparison.codes().get(i);
                    return new Side(
                            context.codes().get(code),
                            context.catalog().get(code).main(),
                            comparison.examples().get(i));
                })
                .toList();
        return new Pair(Paths.comparison(comparison.name()), comparison.decision(), sides);
    }

    private static ObjectNode json(Comparison comparison, Catalog catalog) {
        ObjectNode object = JsonNodeFactory.instance
                .objectNode()
                .put("url", Paths.url(Paths.comparison(comparison.name())))
                .put("decision", comparison.decision());
        ArrayNode codes = object.putArray("codes");
        for (int i = 0; i < 2; i++) {
            codes.add(CodeJson.brief(catalog.get(comparison.codes().get(i)))
                    .put("rightWhen", comparison.examples().get(i)));
        }
        return object;
    }

    private static ObjectNode withDetails(Comparison comparison, Catalog catalog) {
        ObjectNode object = json(comparison, catalog);
        for (int i = 0; i < 2; i++) {
            StatusCode code = catalog.get(comparison.codes().get(i));
            ((ObjectNode) object.path("codes").get(i))
                    .setAll(CodeJson.tree(code.main()).retain(COMPARED));
        }
        return object;
    }
}
