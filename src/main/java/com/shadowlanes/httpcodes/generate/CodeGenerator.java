package com.shadowlanes.httpcodes.generate;

import com.shadowlanes.httpcodes.catalog.Comparison;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import com.shadowlanes.httpcodes.render.JsonText;
import com.shadowlanes.httpcodes.render.Page;
import com.shadowlanes.httpcodes.render.Prose;
import com.shadowlanes.httpcodes.site.Brief;
import com.shadowlanes.httpcodes.site.Codes;
import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.Problem;
import com.shadowlanes.httpcodes.site.Representation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything about one code, a picture for link previews, and for errors a problem document to copy. */
final class CodeGenerator implements Generator {
    @Override
    public void generate(Context context, Output output) {
        String detail = context.templates()
                .markdown("problem-template", template -> template)
                .strip();
        for (StatusCode code : context.catalog().all()) {
            String path = Paths.code(code.code());
            output.put(
                    path,
                    forms(code, path, context),
                    JsonText.of(CodeJson.code(code, context.catalog())).at(path + ".json"));
            output.put(path + ".png", Representation.picture(Files.bytes("pictures" + path + ".png")));
            if (code.isError()) {
                output.put(
                        path + ".problem.json", problemTemplate(context.codes().get(code.code()), detail));
            }
        }
    }

    private static List<Representation> forms(StatusCode code, String path, Context context) {
        Page page = context.frame().at(path, Groups.of(code), code.code());
        Codes codes = context.codes();
        Map<Integer, String> comparisons = new LinkedHashMap<>();
        for (Comparison comparison : context.catalog().comparisons(code)) {
            comparisons.put(comparison.otherThan(code.code()), Paths.comparison(comparison.name()));
        }
        List<Brief> alsoCompared = comparisons.keySet().stream()
                .filter(other -> code.main().related().stream().noneMatch(related -> related.code() == other))
                .map(codes::get)
                .toList();
        String classPath = code.statusClass() == null
                ? null
                : Paths.statusClass(code.statusClass().label());
        return context.templates().forms("code", path, template -> template.data("page", page)
                .data("code", code)
                .data("classPath", classPath)
                .data("labels", context.catalog().labels())
                .data("codes", codes)
                .data("prose", new Prose(List.of(code.code()), codes))
                .data("comparisons", comparisons)
                .data("alsoCompared", alsoCompared)
                .data("previous", codes.previous(code.code()))
                .data("next", codes.next(code.code())));
    }

    /** Plain JSON, because the status of a real problem document is its response's (RFC 9457 §3.1.2). */
    private static Representation problemTemplate(Brief code, String detail) {
        Problem template = new Problem(code, detail);
        return new Representation(
                Representation.JSON, JsonText.problem(template, Paths.SITE_URL).content());
    }
}
