package com.shadowlanes.httpcodes.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.shadowlanes.httpcodes.render.JsonText;
import com.shadowlanes.httpcodes.render.Page;
import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.Representation;
import java.util.List;

/** All codes: a page, text and Markdown that list them, all data as JSON, a line each as CSV. */
final class CodeListGenerator implements Generator {
    private static final List<String> COLUMNS =
            List.of("code", "reasonPhrase", "class", "state", "definedBy", "summary", "url");

    @Override
    public void generate(Context context, Output output) {
        Page page = context.frame().at(Paths.CODES);
        List<Representation> forms = context.templates()
                .forms("list", Paths.CODES, template -> template.data("page", page)
                        .data("statusClass", null)
                        .data("prose", null)
                        .data("fallbackPath", null)
                        .data("groups", page.menu()));
        output.put(
                Paths.CODES,
                forms,
                json(context).at(Paths.CODES + ".json"),
                csv(context).at(Paths.CODES + ".csv"));
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
