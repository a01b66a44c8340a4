package com.shadowlanes.httpcodes.generate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.shadowlanes.httpcodes.catalog.Catalog;
import com.shadowlanes.httpcodes.catalog.StatusClass;
import com.shadowlanes.httpcodes.render.JsonText;
import com.shadowlanes.httpcodes.render.Page;
import com.shadowlanes.httpcodes.render.Prose;
import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.Representation;
import java.util.List;

/** What all codes of a class have in common, and the codes. */
final class ClassGenerator implements Generator {
    @Override
    public void generate(Context context, Output output) {
        for (StatusClass statusClass : context.catalog().classes()) {
            String path = Paths.statusClass(statusClass.label());
            Page page = context.frame().at(path, statusClass.label(), 0);
            List<Representation> forms = context.templates().forms("list", path, template -> template.data("page", page)
                    .data("statusClass", statusClass)
                    .data("prose", new Prose(List.of(), context.codes()))
                    .data("fallbackPath", Paths.code(statusClass.fallback()))
                    .data("groups", Groups.of(statusClass, context.catalog(), context.codes())));
            output.put(path, forms, json(statusClass, context.catalog()).at(path + ".json"));
        }
    }

    private static Representation json(StatusClass statusClass, Catalog catalog) {
        ObjectNode object = JsonNodeFactory.instance
                .objectNode()
                .put("class", statusClass.label())
                .put("title", statusClass.title())
                .put("meaning", statusClass.meaning())
                .put("fallback", statusClass.fallback())
                .put("url", Paths.url(Paths.statusClass(statusClass.label())));
        ArrayNode codes = object.putArray("codes");
        catalog.all().stream()
                .filter(code -> statusClass.equals(code.statusClass()))
                .forEach(code -> codes.add(CodeJson.brief(code)));
        return JsonText.of(object);
    }
}
