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

/** All codes: a page, text and Markdown that list them, all data as JSON, a line each as CSV. */
final class CodeListGenerator implements Generator {
    private static final List<String> COLUMNS =
            List.of("code", "reasonPhrase", "class", "state", "definedBy", "summary", "url");

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
                csv(context).at(Paths.CODES + ".csv"));
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
        ObjectNode all = JsonNodeFactory.instance.objectNode().put("license", "CC0-1.0");
        ArrayNode codes = all.putArray("codes");
        context.catalog().all().forEach(code -> codes.add(CodeJson.code(code, context.catalog())));
        return JsonText.of(all);
    }

    /** RFC 4180. */
    private static Representation csv(Context context) {
        CsvSchema.Builder columns = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
        COLUMNS.forEach(columns::addColumn);
        List<ObjectNode> lines =
                context.catalog().all().stream().map(CodeJson::brief).toList();
        try {
            return new Representation(
                    Representation.CSV, new CsvMapper().writer(columns.build()).writeValueAsString(lines));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the columns are those of a brief", e);
        }
    }
}
