package com.shadowlanes.httpcodes.site;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.shadowlanes.httpcodes.catalog.Catalog;
import com.shadowlanes.httpcodes.catalog.Comparison;
import com.shadowlanes.httpcodes.catalog.Question;
import com.shadowlanes.httpcodes.catalog.Search;
import com.shadowlanes.httpcodes.catalog.StatusClass;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import com.shadowlanes.httpcodes.catalog.Use;
import com.shadowlanes.httpcodes.site.Page.Group;
import com.shadowlanes.httpcodes.site.Page.Side;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Renders the pages. The engine is built by hand because Quarkus's own needs configuration that does not exist yet while
 * the native image is built; the templates are where Quarkus looks for them, so it still checks every expression.
 */
// What templates read at run time, by reflection.
@RegisterForReflection(
        targets = {
            Page.class,
            Group.class,
            Site.Assets.class,
            Problem.class,
            Prose.class,
            Prose.Span.class,
            Search.Entry.class,
            StatusCode.class,
            Use.class
        })
final class Pages {
    private static final String NAME = "HTTP Codes Explainer";

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(ValueResolvers.rawResolver())
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(Pages::locate)
            .build();
    private final Catalog catalog;
    private final Site.Assets assets;
    private final List<Group> menu;

    Pages(Catalog catalog, Site.Assets assets) {
        this.catalog = catalog;
        this.assets = assets;
        this.menu = menu();
    }

    private static Optional<TemplateLocation> locate(String id) {
        String file = id.contains(".") ? id : id + ".html";
        Variant variant = Variant.forContentType(file.endsWith(".html") ? Variant.TEXT_HTML : "text/markdown");
        return Site.resource("templates/" + file).map(text -> new TemplateLocation() {
            @Override
            public Reader read() {
                return new StringReader(new String(text, StandardCharsets.UTF_8));
            }

            @Override
            public Optional<Variant> getVariant() {
                return Optional.of(variant);
            }
        });
    }

    /** One status code: a page, text and Markdown. */
    List<Document> code(StatusCode code) {
        String open = code.inRegistry() ? code.statusClass().orElseThrow().label() : Group.UNOFFICIAL;
        Page page = page(
                "/" + code.code(),
                code.title() + " - HTTP Status Code Explained",
                code.main().summary(),
                open,
                code.code());
        return forms("code", page.path(), template -> template.data("page", page)
                .data("code", code)
                .data("statusClass", code.statusClass().orElse(null))
                .data("prose", new Prose(List.of(code.code()), catalog))
                .data("comparisons", catalog.comparisons(code))
                .data("keywords", keywords(code))
                .data("article", article(code, page))
                .data("previous", catalog.previous(code).orElse(null))
                .data("next", catalog.next(code).orElse(null)));
    }

    private static String keywords(StatusCode code) {
        return "HTTP " + code.code() + ", " + code.name() + ", HTTP status code, REST API, web development";
    }

    /** The page as schema.org's TechArticle, in JSON-LD that can stand inside a script element. */
    private static String article(StatusCode code, Page page) {
        Use use = code.main();
        ObjectNode article = JsonNodeFactory.instance
                .objectNode()
                .put("@context", "https://schema.org")
                .put("@type", "TechArticle")
                .put("headline", code.title() + " - HTTP Status Code")
                .put("description", page.description())
                .put("url", page.url())
                .put("keywords", keywords(code))
                .put(
                        "articleBody",
                        String.join(" ", use.meaning(), use.whenToUse(), use.example(), use.whenNotToUse())
                                .replace("`", ""));
        article.putObject("publisher").put("@type", "Organization").put("name", NAME);
        return article.toString().replace("<", "\\u003c");
    }

    /** The front page. */
    List<Document> home() {
        String overview = overview();
        return List.of(
                home(frontPage(), null, List.of()),
                new Document(Document.TEXT, PlainText.of(overview)),
                new Document(Document.MARKDOWN, overview));
    }

    /** What the site has, and every code with its summary, in Markdown. */
    String overview() {
        return markdown("home", template -> template.data("page", frontPage()));
    }

    private Page frontPage() {
        return page(
                "/",
                NAME,
                "What every HTTP status code means, when to send it, and what to do when you get one.",
                null,
                0);
    }

    /** The front page with what was found for a query. */
    Document found(String query, List<Search.Entry> found) {
        return home(page(null, query + " - " + NAME, "Status codes found for " + query, null, 0), query, found);
    }

    private Document home(Page page, String query, List<Search.Entry> found) {
        return html(
                "home",
                template -> template.data("page", page).data("query", query).data("found", found));
    }

    /** All codes: a page, text and Markdown. */
    List<Document> all() {
        Page page = page(
                "/codes",
                "All HTTP Status Codes - " + NAME,
                "Every HTTP status code, registered and unofficial, with its meaning in a sentence.",
                null,
                0);
        return forms("list", page.path(), template -> template.data("page", page)
                .data("statusClass", null)
                .data("groups", menu));
    }

    /** One class, its registered codes before its unofficial ones: a page, text and Markdown. */
    List<Document> statusClass(StatusClass statusClass) {
        Page page = page(
                "/" + statusClass.label(),
                statusClass.label() + " " + statusClass.title() + " - HTTP Status Codes Explained",
                "The " + statusClass.label() + " status codes of HTTP, registered and unofficial: " + statusClass.gist()
                        + ".",
                statusClass.label(),
                0);
        Predicate<StatusCode> member = code -> code.classDigit() == statusClass.digit();
        int digit = statusClass.digit();
        List<Group> groups = List.of(
                group("registered", digit, "Registered", "with IANA", member.and(StatusCode::inRegistry)),
                group(
                        Group.UNOFFICIAL,
                        digit,
                        "Unofficial",
                        "in use all the same",
                        member.and(code -> !code.inRegistry())));
        return forms("list", page.path(), template -> template.data("page", page)
                .data("statusClass", statusClass)
                .data("groups", groups));
    }

    /** All comparisons: a page, text and Markdown. */
    List<Document> comparisons() {
        Page page = page(
                "/compare",
                "HTTP Status Codes Compared - " + NAME,
                "Status codes that are taken for each other, side by side, and what decides between them.",
                null,
                0);
        List<List<Side>> pairs = catalog.comparisons().stream().map(this::sides).toList();
        return forms("comparisons", page.path(), template -> template.data("page", page)
                .data("pairs", pairs));
    }

    /** Two codes side by side: a page, text and Markdown. */
    List<Document> comparison(Comparison comparison) {
        List<Side> sides = sides(comparison);
        String names =
                sides.get(0).code().title() + " or " + sides.get(1).code().title();
        String pair = comparison.codes().get(0) + " vs " + comparison.codes().get(1);
        Page page = page(
                "/compare/" + comparison.name(),
                pair + " - HTTP Status Codes Compared",
                names + "? What decides, and an example of each.",
                null,
                0);
        return forms("compare", page.path(), template -> template.data("page", page)
                .data("decision", comparison.decision())
                .data("sides", sides)
                .data("prose", new Prose(comparison.codes(), catalog)));
    }

    private List<Side> sides(Comparison comparison) {
        return IntStream.range(0, 2)
                .mapToObj(i -> new Side(
                        comparison.name(),
                        catalog.get(comparison.codes().get(i)),
                        comparison.examples().get(i)))
                .toList();
    }

    /** A step of the guide: a page, text and Markdown. */
    List<Document> question(Question question) {
        String title = question.question().replace("`", "");
        Page page = page(
                Site.path(question),
                title + " - Which HTTP Status Code?",
                "A guide to the right HTTP status code: " + title,
                null,
                0);
        return forms("choose", page.path(), template -> template.data("page", page)
                .data("question", question)
                .data("prose", new Prose(List.of(), catalog)));
    }

    /** A request that cannot be served. */
    Document problem(Problem problem) {
        Page page = page(null, problem.status().title() + " - " + NAME, problem.detail(), null, 0);
        return html("problem", template -> template.data("page", page)
                .data("problem", problem)
                .data("prose", new Prose(List.of(problem.status().code()), catalog)));
    }

    private Page page(String path, String title, String description, String open, int current) {
        return new Page(path, title, description, menu, open, current, assets);
    }

    private List<Group> menu() {
        List<Group> groups = new ArrayList<>();
        for (StatusClass each : StatusClass.values()) {
            groups.add(group(
                    each.label(),
                    each.digit(),
                    each.title(),
                    each.gist(),
                    code -> code.inRegistry() && code.classDigit() == each.digit()));
        }
        groups.add(group(
                Group.UNOFFICIAL,
                0,
                "Unofficial",
                "what nginx, Cloudflare, AWS and others send",
                code -> !code.inRegistry()));
        return groups;
    }

    private Group group(String key, int digit, String title, String gist, Predicate<StatusCode> member) {
        return new Group(
                key, digit, title, gist, catalog.all().stream().filter(member).toList());
    }

    /** A page and, made from a second template with the same data, what it says in Markdown and in plain text. */
    private List<Document> forms(String name, String path, UnaryOperator<TemplateInstance> data) {
        String markdown = markdown(name, data);
        return List.of(
                html(name, data),
                new Document(Document.TEXT, PlainText.of(markdown)).at(path + ".txt"),
                new Document(Document.MARKDOWN, markdown).at(path + ".md"));
    }

    private Document html(String name, UnaryOperator<TemplateInstance> data) {
        return new Document(
                Document.HTML, data.apply(engine.getTemplate(name).instance()).render());
    }

    private String markdown(String name, UnaryOperator<TemplateInstance> data) {
        return data.apply(engine.getTemplate(name + ".md").instance().data("site", Site.URL))
                .render();
    }
}
