package com.shadowlanes.httpcodes.generate;

import static java.util.stream.Collectors.toMap;

import com.shadowlanes.httpcodes.catalog.Catalog;
import com.shadowlanes.httpcodes.catalog.ProblemRow;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import com.shadowlanes.httpcodes.render.Assets;
import com.shadowlanes.httpcodes.render.Frame;
import com.shadowlanes.httpcodes.render.Pages;
import com.shadowlanes.httpcodes.render.Templates;
import com.shadowlanes.httpcodes.render.ThemeScript;
import com.shadowlanes.httpcodes.site.Brief;
import com.shadowlanes.httpcodes.site.Codes;
import com.shadowlanes.httpcodes.site.ProblemKind;
import com.shadowlanes.httpcodes.site.ProblemText;
import com.shadowlanes.httpcodes.site.Representation;
import com.shadowlanes.httpcodes.site.Search;
import com.shadowlanes.httpcodes.site.Site;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Makes the site from the catalog. A new kind of documents is one more generator. */
public final class SiteGenerator {
    private static final List<Generator> GENERATORS = List.of(
            new HomeGenerator(),
            new CodeListGenerator(),
            new ClassGenerator(),
            new CodeGenerator(),
            new ComparisonGenerator(),
            new GuideGenerator(),
            new ApiGenerator(),
            new MachineGenerator()); // last, because it lists the pages of the others

    /** Pages of one code, in its forms: they show well what the other documents consist of. */
    private static final List<String> SAMPLES = List.of("/502.json", "/502.md", "/502");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");

    private SiteGenerator() {}

    /**
     * What was made.
     *
     * @param pages for what is computed for each request
     */
    public record Generated(Site site, Pages pages) {}

    /** @throws IllegalStateException if something is missing that the site needs */
    public static Generated generate(Catalog catalog) {
        Codes codes = new Codes(catalog.all().stream().map(SiteGenerator::brief).toList());
        Search search = SearchIndex.of(catalog);
        Output output = new Output();
        Assets assets = new Assets(
                output.putAsset("style.css", "text/css;charset=UTF-8", Files.text("assets/style.css")),
                output.putAsset("site.js", MachineGenerator.JAVASCRIPT, Files.text("assets/site.js")),
                output.putAsset("search.json", Representation.JSON, SearchIndex.json(search)),
                ThemeScript.TEXT,
                Files.property("site.properties", "repository"),
                catalog.updated());
        Frame frame = new Frame(Groups.menu(catalog, codes), Groups.wanted(catalog, codes), assets);
        Context context = new Context(catalog, codes, new Templates(), frame);
        GENERATORS.forEach(generator -> generator.generate(context, output));
        Site site = new Site(output.packed(SAMPLES), codes, search, problems(catalog));
        return new Generated(site, new Pages(frame, codes));
    }

    private static Brief brief(StatusCode code) {
        return new Brief(
                code.code(),
                code.main().reasonPhrase(),
                code.name(),
                code.main().definedBy(),
                code.main().plainSummary());
    }

    private static Map<ProblemKind, ProblemText> problems(Catalog catalog) {
        Map<String, ProblemKind> kinds =
                Arrays.stream(ProblemKind.values()).collect(toMap(ProblemKind::id, kind -> kind));
        Map<ProblemKind, ProblemText> problems = new EnumMap<>(ProblemKind.class);
        for (ProblemRow row : catalog.problems()) {
            ProblemKind kind = kinds.remove(row.id());
            if (kind == null) {
                throw new IllegalStateException("tables/problems.yaml has " + row.id() + ", and nothing says it");
            }
            PLACEHOLDER
                    .matcher(row.heading() == null ? row.detail() : row.heading() + row.detail())
                    .results()
                    .map(found -> found.group(1))
                    .forEach(name -> {
                        if (!kind.valueNames().contains(name)) {
                            throw new IllegalStateException("tables/problems.yaml, " + row.id() + ": there is no {"
                                    + name + "}; the values are " + new TreeSet<>(kind.valueNames()));
                        }
                    });
            problems.put(kind, new ProblemText(row.status(), row.heading(), row.detail()));
        }
        if (!kinds.isEmpty()) {
            throw new IllegalStateException("tables/problems.yaml lacks " + String.join(", ", kinds.keySet()));
        }
        return problems;
    }
}
