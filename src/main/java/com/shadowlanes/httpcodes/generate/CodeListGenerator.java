package com.shadowlanes.httpcodes.generate;

import static java.lang.String.CASE_INSENSITIVE_ORDER;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.shadowlanes.httpcodes.catalog.Catalog;
import com.shadowlanes.httpcodes.catalog.StatusClass;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import com.shadowlanes.httpcodes.render.JsonText;
import com.shadowlanes.httpcodes.render.Page;
import com.shadowlanes.httpcodes.render.Prose;
import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.Representation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All codes: a page, text and Markdown that list them, all data as JSON, the most important as short JSON and as CSV. */
final class CodeListGenerator implements Generator {
    /** What was published stays where it is: new columns come at the end. */
    private static final List<String> COLUMNS = List.of(
            "code",
            "reasonPhrase",
            "class",
            "state",
            "definedBy",
            "summary",
            "url",
            "title",
            "retry",
            "cacheability",
            "content",
            "redirect",
            "seenBy",
            "source",
            "otherUses");

    @Override
    public void generate(Context context, Output output) {
        Page page = context.frame().at(Paths.CODES);
        List<Representation> forms = context.templates()
                .forms("codes", Paths.CODES, template -> template.data("page", page)
                        .data("labels", context.catalog().labels())
                        .data("prose", new Prose(List.of(), context.codes()))
                        .data("rows", rows(context.catalog()))
                        .data("groups", page.menu()));
        output.put(
                Paths.CODES,
                forms,
                json(context).at(Paths.CODES + ".json"),
                csv(context.catalog()).at(Paths.CODES + ".csv"));
        output.put(Paths.CODES + ".brief.json", briefJson(context.catalog()));
    }

    /** The registered codes by class, then the others by whoever defined them. */
    private static List<CodeRows> rows(Catalog catalog) {
        List<CodeRows> rows = new ArrayList<>();
        for (StatusClass each : catalog.classes()) {
            List<StatusCode> members = catalog.all().stream()
                    .filter(code -> code.inRegistry() && each.equals(code.statusClass()))
                    .toList();
            rows.add(new CodeRows(each.label() + " " + each.title(), Paths.statusClass(each.label()), members));
        }
        catalog.all().stream()
                .filter(code -> !code.inRegistry())
                .collect(groupingBy(
                        code -> code.main().definedBy(), () -> new TreeMap<>(CASE_INSENSITIVE_ORDER), toList()))
                .forEach((definer, members) -> rows.add(new CodeRows(definer, null, members)));
        return rows;
    }

    private static Representation json(Context context) {
        Catalog catalog = context.catalog();
        ObjectNode all =
                JsonNodeFactory.instance.objectNode().put("license", "CC0-1.0").put("updated", catalog.updated());
        ArrayNode codes = all.putArray("codes");
        catalog.all().forEach(code -> codes.add(CodeJson.code(code, catalog)));
        return JsonText.of(all);
    }

    /** For menus and models: no white space, so that it stays small. */
    private static Representation briefJson(Catalog catalog) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode codes = all.putArray("codes");
        catalog.all().forEach(code -> codes.add(CodeJson.brief(code)));
        return JsonText.compact(all);
    }

    /** RFC 4180. */
    private static Representation csv(Catalog catalog) {
        CsvSchema.Builder columns = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
        COLUMNS.forEach(columns::addColumn);
        List<ObjectNode> lines =
                catalog.all().stream().map(CodeListGenerator::line).toList();
        try {
            return new Representation(
                    Representation.CSV, new CsvMapper().writer(columns.build()).writeValueAsString(lines));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line has the columns", e);
        }
    }

    private static ObjectNode line(StatusCode code) {
        ObjectNode line = CodeJson.brief(code);
        ObjectNode use = CodeJson.tree(code.main());
        line.set("retry", use.at("/retry/advice"));
        line.set("cacheability", use.path("cacheability"));
        line.set("content", use.path("content"));
        line.set("redirect", use.at("/redirect/method"));
        line.set("seenBy", use.path("seenBy"));
        line.set("source", use.at("/source/url"));
        String otherUses = code.otherUses().stream()
                .map(other -> other.reasonPhrase() + " (" + other.definedBy() + ")")
                .collect(Collectors.joining("; "));
        return line.put("otherUses", otherUses);
    }
}
