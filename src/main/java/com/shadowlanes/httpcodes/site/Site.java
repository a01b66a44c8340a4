package com.shadowlanes.httpcodes.site;

import static java.util.Comparator.comparingInt;

import com.shadowlanes.httpcodes.catalog.Catalog;
import com.shadowlanes.httpcodes.catalog.Comparison;
import com.shadowlanes.httpcodes.catalog.Question;
import com.shadowlanes.httpcodes.catalog.Search;
import com.shadowlanes.httpcodes.catalog.StatusClass;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that can be asked for, finished. It is made in a static initialiser, which Quarkus runs while it builds the
 * native image: the running function only looks up.
 */
public final class Site {
    /** The beginning of every absolute URL; a deployment puts its own in its place. */
    public static final String URL = "https://httpcodes.shadowlanes.com";

    /** The path of the search for programs; the query is its {@code q}. */
    public static final String SEARCH = "/search.json";

    private static final String JAVASCRIPT = "text/javascript;charset=UTF-8";

    private static final Site SITE = new Site(Catalog.load());

    private final Catalog catalog;
    private final Search search;
    private final Pages pages;
    private final Json json;
    private final Map<String, List<Document>> documents = new TreeMap<>();

    /** Paths of what pages load. */
    public record Assets(String stylesheet, String script, String searchIndex) {}

    private Site(Catalog catalog) {
        this.search = new Search(catalog);
        Assets assets = new Assets(
                asset("style.css", "text/css;charset=UTF-8", read("assets/style.css")),
                asset("site.js", JAVASCRIPT, read("assets/site.js")),
                asset("search.json", Document.JSON, Json.searchIndex(search)));
        publish(catalog, new Pages(catalog, assets), new Json(catalog));
        pack();
        // The texts and the templates that only finished documents need stay behind.
        this.catalog = catalog.withoutTexts();
        this.pages = new Pages(this.catalog, assets);
        this.json = new Json(this.catalog);
        // Templates that are rendered on request are parsed now.
        found("teapot", URL);
        page(new Problem(catalog.get(404), "", List.of()));
    }

    private void publish(Catalog catalog, Pages pages, Json json) {
        put("/", pages.home());
        put("/codes", pages.all(), json.all().at("/codes.json"), json.csv().at("/codes.csv"));
        for (StatusClass statusClass : StatusClass.values()) {
            String path = "/" + statusClass.label();
            put(
                    path,
                    pages.statusClass(statusClass),
                    json.statusClass(statusClass).at(path + ".json"));
        }
        for (StatusCode code : catalog.all()) {
            String path = "/" + code.code();
            put(path, pages.code(code), json.code(code).at(path + ".json"));
            put(path + ".png", Document.picture(bytes("pictures" + path + ".png")));
            if (code.isError()) {
                put(path + ".problem.json", problemTemplate(code));
            }
        }
        put("/compare", pages.comparisons(), json.comparisons().at("/compare.json"));
        for (Comparison comparison : catalog.comparisons()) {
            String path = "/compare/" + comparison.name();
            put(path, pages.comparison(comparison), json.comparison(comparison).at(path + ".json"));
        }
        for (Question question : catalog.questions()) {
            String path = path(question);
            put(path, pages.question(question), json.question(question).at(path + ".json"));
        }
        String schema = read("schema/code.json");
        put("/schema/code.json", new Document("application/schema+json", schema));
        put("/openapi.json", Json.openApi(read("schema/openapi.json"), schema));
        put("/favicon.svg", new Document("image/svg+xml", read("assets/favicon.svg")));
        put("/sw.js", new Document(JAVASCRIPT, read("assets/sw.js")));
        put("/llms.txt", new Document(Document.TEXT, pages.overview()));
        put("/robots.txt", new Document(Document.TEXT, "User-agent: *\nAllow: /\nSitemap: " + URL + "/sitemap.xml\n"));
        put("/sitemap.xml", sitemap());
    }

    /** Keeps all documents in little space. One code in its forms shows well what the others will consist of. */
    private void pack() {
        ByteArrayOutputStream samples = new ByteArrayOutputStream();
        for (String sample : List.of("/502.json", "/502.md", "/502")) {
            samples.writeBytes(at(sample).get(0).json());
        }
        byte[] dictionary = Arrays.copyOfRange(
                samples.toByteArray(), Math.max(0, samples.size() - Packed.LONGEST_DICTIONARY), samples.size());
        Map<Document, Document> packed = new HashMap<>();
        documents.replaceAll((path, forms) -> forms.stream()
                .map(form -> packed.computeIfAbsent(form, each -> each.packed(dictionary)))
                .toList());
    }

    /** The path of a question of the guide. */
    static String path(Question question) {
        return question.id().equals(Question.START) ? "/choose" : "/choose/" + question.id();
    }

    /** The one site there is. */
    public static Site get() {
        return SITE;
    }

    /** The codes without their texts, which stand in the documents. */
    public Catalog catalog() {
        return catalog;
    }

    public Search search() {
        return search;
    }

    /** The documents at a path, the preferred one first; empty where there is nothing. */
    public List<Document> at(String path) {
        return documents.getOrDefault(path, List.of());
    }

    /** Today's version of an asset that is named by an old hash: a stored page may outlive a deployment. */
    public Optional<Document> currentAsset(String path) {
        if (!path.matches("/assets/[a-z]+\\.[0-9a-f]{12}\\.[a-z]+")) {
            return Optional.empty();
        }
        String name = path.substring(0, path.indexOf('.') + 1);
        String extension = path.substring(path.lastIndexOf('.'));
        return documents.keySet().stream()
                .filter(asset -> asset.startsWith(name) && asset.endsWith(extension))
                .map(asset -> documents.get(asset).get(0))
                .findFirst();
    }

    /** Every path with a document, in order. */
    public Set<String> paths() {
        return documents.keySet();
    }

    /**
     * What was found for a query: a page, and JSON that has a URL of its own.
     *
     * @param siteUrl the URL of this deployment
     */
    public List<Document> found(String query, String siteUrl) {
        List<Search.Entry> found = search.find(query);
        String location = SEARCH + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        String shown = Visible.of(query);
        return Stream.of(
                        pages.found(shown, found),
                        json.found(shown, found, siteUrl).at(location))
                .map(Document::finished)
                .toList();
    }

    /** The page of a problem. */
    public Document page(Problem problem) {
        return pages.problem(problem);
    }

    /** Publishes the forms of one path, and each that has a path of its own there too. */
    private void put(String path, List<Document> forms, Document... more) {
        List<Document> finished = Stream.concat(forms.stream(), Stream.of(more))
                .sorted(comparingInt(form -> Document.FORMS.indexOf(form.mediaType())))
                .map(Document::finished)
                .toList();
        documents.put(path, finished);
        finished.stream()
                .filter(form -> form.location() != null)
                .forEach(form -> documents.put(form.location(), List.of(form)));
    }

    private void put(String path, Document document) {
        put(path, List.of(document));
    }

    /** A problem document to copy: plain JSON, because the status of a real one is its response's (RFC 9457 §3.1.2). */
    private static Document problemTemplate(StatusCode code) {
        Problem template =
                new Problem(code, "What was wrong with this request, and what its sender can do.", List.of());
        return new Document(Document.JSON, template.document(URL).content());
    }

    /** Publishes a file under a name that changes with its content, so that it can be kept for ever; returns its path. */
    private String asset(String name, String mediaType, String content) {
        Document document = new Document(mediaType, content).finished();
        int dot = name.lastIndexOf('.');
        String path = "/assets/" + name.substring(0, dot) + "." + document.hash() + name.substring(dot);
        put(path, document);
        return path;
    }

    private Document sitemap() {
        String urls = documents.entrySet().stream()
                .filter(entry -> entry.getValue().get(0).mediaType().equals(Document.HTML))
                .map(entry -> "  <url><loc>" + URL + entry.getKey() + "</loc></url>\n")
                .collect(Collectors.joining());
        return new Document("application/xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                """ + urls + "</urlset>\n");
    }

    private static String read(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        return resource(name).orElseThrow(() -> new IllegalStateException(name + " is missing"));
    }

    /** A file of the class path. */
    static Optional<byte[]> resource(String name) {
        try (InputStream file = Site.class.getResourceAsStream("/" + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
