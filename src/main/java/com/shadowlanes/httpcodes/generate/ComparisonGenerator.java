package com.shadowlanes.httpcodes.generate;

import static java.util.Comparator.comparingInt;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.shadowlanes.httpcodes.catalog.Catalog;
import com.shadowlanes.httpcodes.catalog.Comparison;
import com.shadowlanes.httpcodes.catalog.Labels;
import com.shadowlanes.httpcodes.catalog.StatusClass;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import com.shadowlanes.httpcodes.catalog.Use;
import com.shadowlanes.httpcodes.render.JsonText;
import com.shadowlanes.httpcodes.render.Page;
import com.shadowlanes.httpcodes.render.Prose;
import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.Representation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
            output.put(
                    pair.path() + ".png",
                    Representation.picture(Files.bytes("pictures/" + comparison.name() + ".png")));
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
                        .data("classes", byClass(pairs, context.catalog()))
                        .data("prose", new Prose(List.of(), context.codes()))),
                JsonText.of(json).at(Paths.COMPARISONS + ".json"));
    }

    /** The pairs by the class of their first code. */
    private static Map<StatusClass, List<Pair>> byClass(List<Pair> pairs, Catalog catalog) {
        Map<StatusClass, List<Pair>> classes = new TreeMap<>(comparingInt(StatusClass::digit));
        for (Pair pair : pairs) {
            int first = pair.sides().get(0).code().code();
            classes.computeIfAbsent(catalog.get(first).statusClass(), key -> new ArrayList<>())
                    .add(pair);
        }
        return classes;
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
        return new Pair(
                Paths.comparison(comparison.name()),
                comparison.decision(),
                sides,
                facts(sides.get(0).use(), sides.get(1).use(), context.catalog().labels()),
                others(comparison, context));
    }

    private static List<Pair.Row> facts(Use first, Use second, Labels labels) {
        Map<String, String> texts = texts(first, labels);
        Map<String, String> others = texts(second, labels);
        Set<String> names = new LinkedHashSet<>(texts.keySet());
        names.addAll(others.keySet());
        return names.stream()
                .map(name -> new Pair.Row(name, texts.get(name), others.get(name)))
                .toList();
    }

    private static Map<String, String> texts(Use use, Labels labels) {
        Map<String, String> texts = new LinkedHashMap<>();
        labels.glance(use).forEach(fact -> texts.put(fact.name(), fact.text()));
        return texts;
    }

    private static List<Pair.Link> others(Comparison comparison, Context context) {
        return context.catalog().comparisons().stream()
                .filter(other -> !other.equals(comparison) && !Collections.disjoint(other.codes(), comparison.codes()))
                .map(other -> new Pair.Link(
                        Paths.comparison(other.name()),
                        context.codes().get(other.codes().get(0)),
                        context.codes().get(other.codes().get(1))))
                .toList();
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
