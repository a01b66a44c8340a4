package com.shadowlanes.httpcodes.web;

import com.shadowlanes.httpcodes.catalog.StatusClass;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import com.shadowlanes.httpcodes.site.Document;
import com.shadowlanes.httpcodes.site.Problem;
import com.shadowlanes.httpcodes.site.Site;
import com.shadowlanes.httpcodes.site.Visible;
import io.quarkus.runtime.Startup;
import io.smallrye.config.Expressions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the {@link Site} answers to a request, whether REST asks or the gateway's short cut. Made at the start, so that a
 * broken dataset or setting is told at once.
 */
@Startup
@Singleton
public class Answers {
    private static final int LONGEST_QUERY = 1000;
    private static final int SUGGESTIONS = 6;
    private static final String METHODS = "GET, HEAD, OPTIONS";

    /** How a path ends that names a form, which is not for people with a browser. */
    private static final String FORM = "(\\.problem)?\\.(json|txt|md|csv|css|js|xml|svg|png)$";

    /**
     * What is chosen from before a problem is told. Who asks for application/json means a problem document too, and so gets
     * it who asks for what there is not.
     */
    private static final List<Document> PROBLEM_FORMS = List.of(
            new Document(Document.HTML, ""), new Document(Document.PROBLEM, ""), new Document(Document.JSON, ""));

    /** On every answer. Pages load nothing from elsewhere, and are in no frame. */
    private static final Map<String, String> SECURITY = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "strict-origin-when-cross-origin",
            "Strict-Transport-Security",
            "max-age=31536000");

    private final Site site = Site.get();
    private final String siteUrl;

    /** Tells the entity tags of a deployment with a URL of its own from those of the documents as they were made. */
    private final String tagSuffix;

    /** The accepted values of {@code X-Origin-Verify}, of which the edge sends one; none means no check. */
    private final List<byte[]> edgeSecrets;

    /** Off, nothing is ready: everything goes through REST, and the tests hold both ways to the same answers. */
    private final boolean shortCut;

    @Inject
    Answers(@ConfigProperty(name = "site.short-cut", defaultValue = "true") boolean shortCut) {
        this(setting("site.url").orElse(Site.URL), setting("edge.secret"), shortCut);
    }

    /** As it is set: injected, an empty value would be none, and ${x} in a secret the name of another setting. */
    private static Optional<String> setting(String name) {
        return Optional.ofNullable(Expressions.withoutExpansion(
                () -> ConfigProvider.getConfig().getConfigValue(name).getValue()));
    }

    /** @throws IllegalArgumentException unless SITE_URL is scheme, host and port; if EDGE_SECRET is empty or blank */
    Answers(String siteUrl, Optional<String> edgeSecret, boolean shortCut) {
        if (!siteUrl.matches("https?://[A-Za-z0-9.-]+(:[0-9]+)?")) {
            throw new IllegalArgumentException("SITE_URL must look like " + Site.URL + ", with no path: " + siteUrl);
        }
        this.siteUrl = siteUrl;
        this.shortCut = shortCut;
        this.tagSuffix = siteUrl.equals(Site.URL) ? "" : "-" + Integer.toHexString(siteUrl.hashCode());
        this.edgeSecrets = edgeSecret.stream()
                .flatMap(values -> Stream.of(values.split("\\s")))
                .filter(value -> !value.isEmpty())
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
        if (edgeSecret.isPresent() && edgeSecrets.isEmpty()) {
            throw new IllegalArgumentException("EDGE_SECRET is set but contains no secret");
        }
    }

    /** Whether the answer is a finished document, a redirect, or that a document's path does not have the method. */
    public boolean isReady(Request request) {
        return shortCut
                && (!site.at(request.path()).isEmpty() || redirect(request).isPresent())
                && (!isRead(request) || searched(request).isEmpty());
    }

    private static boolean isRead(Request request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }

    /** The answer to a request that came through the edge. */
    public Answer answer(Request request) {
        if (isRead(request)) {
            Answer answer = get(request);
            return request.method().equals("HEAD") ? answer.withoutContent() : answer;
        }
        if (!exists(request)) {
            return notFound(request);
        }
        return request.method().equals("OPTIONS")
                ? options()
                : problem(405, "This can be read with GET and HEAD; there is nothing to change.", List.of(), request);
    }

    private boolean exists(Request request) {
        return !site.at(request.path()).isEmpty()
                || request.path().equals(Site.SEARCH)
                || redirect(request).isPresent()
                || site.currentAsset(request.path()).isPresent();
    }

    /** The refusal of a request that did not come through the edge; empty for one that did. */
    public Optional<Answer> refusal(Request request) {
        return edgeSecrets.isEmpty() || isFromTheEdge(request)
                ? Optional.empty()
                : Optional.of(refused(403, "This is not the site's address: " + siteUrl + " is.", request));
    }

    /** The answer to a request that is not looked at further: a {@link #problem} without suggestions, also for HEAD. */
    public Answer refused(int status, String detail, Request request) {
        Answer answer = problem(status, detail, List.of(), request);
        return request.method().equals("HEAD") ? answer.withoutContent() : answer;
    }

    private boolean isFromTheEdge(Request request) {
        String sent = request.field("X-Origin-Verify");
        // isEqual takes as long for a wrong value as for the right one, so that its time tells nothing of the secret.
        return sent != null
                && edgeSecrets.stream()
                        .anyMatch(secret -> MessageDigest.isEqual(secret, sent.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer get(Request request) {
        Optional<String> searched = searched(request);
        if (searched.isPresent()) {
            return search(searched.get(), request);
        }
        if (request.path().equals(Site.SEARCH)) {
            return problem(
                    400, "The query's q says what to look for: " + Site.SEARCH + "?q=teapot.", List.of(), request);
        }
        List<Document> forms = site.at(request.path());
        if (!forms.isEmpty()) {
            return finished(document(forms, request, lifetime(request.path())));
        }
        return redirect(request)
                .or(() -> site.currentAsset(request.path())
                        .map(asset -> finished(document(List.of(asset), request, "max-age=60"))))
                .orElseGet(() -> notFound(request));
    }

    /**
     * Puts this deployment's URL into a finished document. What is made for one request has it from the beginning, and
     * may contain the visitor's own words, which stay as they are.
     */
    private Answer finished(Answer answer) {
        return answer.status() != 200 || siteUrl.equals(Site.URL)
                ? answer
                : new Answer(200, answer.fields(), answer.document().withSiteUrl(siteUrl));
    }

    /** What is searched for: the query's first {@code q}, unless it is blank. Other paths have no use for a query. */
    private static Optional<String> searched(Request request) {
        return request.path().equals("/") || request.path().equals(Site.SEARCH)
                ? Arrays.stream(request.query().split("&"))
                        // The edge keeps the parameters that are named q, so the first of them decides even without a
                        // value.
                        .filter(parameter -> parameter.equals("q") || parameter.startsWith("q="))
                        .findFirst()
                        .map(q -> URLDecoder.decode(q.substring(Math.min(q.length(), 2)), StandardCharsets.UTF_8)
                                .strip())
                        .filter(words -> !words.isEmpty())
                : Optional.empty();
    }

    /** What was found, for programs or on the front page; there an exact number leads to its page. */
    private Answer search(String words, Request request) {
        if (words.length() > LONGEST_QUERY) {
            return problem(400, "A search has at most " + LONGEST_QUERY + " characters.", List.of(), request);
        }
        boolean forPrograms = request.path().equals(Site.SEARCH);
        if (!forPrograms && words.matches("[0-9]{3}") && !site.at("/" + words).isEmpty()) {
            return elsewhere(302, "/" + words);
        }
        List<Document> forms = site.found(words, siteUrl);
        return document(forPrograms ? List.of(forms.get(1)) : forms, request, lifetime(request.path()));
    }

    /** A document in the form that suits {@code Accept}, or that the client has it already. */
    private Answer document(List<Document> forms, Request request, String lifetime) {
        Optional<Document> chosen =
                forms.size() == 1 ? Optional.of(forms.get(0)) : Negotiation.choose(forms, request.field("Accept"));
        if (chosen.isEmpty()) {
            String types = forms.stream().map(Document::type).collect(Collectors.joining(", "));
            return problem(
                    406,
                    "Accept allows none of the forms of " + request.path() + ": " + types + ".",
                    List.of(),
                    request);
        }
        Document document = chosen.get();
        String entityTag = '"' + document.hash() + tagSuffix + '"';
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("ETag", entityTag);
        fields.put("Cache-Control", lifetime);
        if (forms.size() > 1) {
            fields.put("Vary", "Accept");
            String alternates = alternates(forms, document);
            if (!alternates.isEmpty()) {
                fields.put("Link", alternates);
            }
            if (document.location() != null) {
                fields.put("Content-Location", document.location());
            }
        }
        if (Conditions.ifMatchFails(request.field("If-Match"), entityTag)) {
            return problem(412, "If-Match has none of the entity tags of this document.", List.of(), request);
        }
        if (Conditions.ifNoneMatchFails(request.field("If-None-Match"), entityTag)) {
            return answer(304, document, fields);
        }
        return answer(200, document, fields);
    }

    /** The other forms that have a URL of their own (RFC 8288). */
    private static String alternates(List<Document> forms, Document chosen) {
        return forms.stream()
                .filter(form -> form != chosen && form.location() != null)
                .map(form -> "<" + form.location() + ">; rel=\"alternate\"; type=\"" + form.type() + '"')
                .collect(Collectors.joining(", "));
    }

    /** From the ways in which a path is often written to the one URL, the query kept; never to another host. */
    private Optional<Answer> redirect(Request request) {
        String path = request.path()
                .replaceAll("/{2,}", "/")
                .replaceFirst("(?<=.)/$", "")
                .replaceFirst("\\.html?$", "")
                .replaceFirst("(?i)^/http[-_]?(?=[0-9]{3}$)", "/")
                .replaceFirst("^/choose/start(?=$|\\.)", "/choose")
                .replaceFirst("^/favicon\\.ico$", "/favicon.svg");
        if (site.at(path).isEmpty()) {
            path = path.replaceFirst("^/compare/([0-9]{3})-vs-([0-9]{3})(?=$|\\.)", "/compare/$2-vs-$1");
        }
        boolean exists = !site.at(path).isEmpty() || path.equals(Site.SEARCH);
        return path.equals(request.path()) || !exists
                ? Optional.empty()
                : Optional.of(elsewhere(301, request.query().isEmpty() ? path : path + "?" + request.query()));
    }

    /** Why there is nothing at a path, and what may have been meant. */
    private Answer notFound(Request request) {
        String path = request.path();
        String name = path.substring(1).replaceFirst(FORM, "");
        if (!name.matches("[0-9]+") || !site.at("/" + name).isEmpty()) {
            List<StatusCode> found = site.search().find(shown(name)).stream()
                    .limit(SUGGESTIONS)
                    .map(entry -> site.catalog().get(entry.code()))
                    .toList();
            return problem(404, "There is nothing at " + shown(path) + ".", found, request);
        }
        if (!name.matches("[1-9][0-9]{2}")) {
            String detail = shown(name) + " is not a status code: they have three digits, from 100 to 599.";
            return problem(404, detail, List.of(), request);
        }
        int number = Integer.parseInt(name);
        String rule = StatusClass.of(number)
                .map(known -> "A client treats it as " + known.fallback() + ", as it does every " + known.label()
                        + " code that it does not know (RFC 9110, section 15).")
                .orElse(
                        "HTTP's codes end at 599; a client treats what lies beyond as a server error (RFC 9110, section 15).");
        String detail = "Nobody is known to have given " + number + " a meaning. " + rule;
        return problem(404, detail, site.catalog().nearest(number, SUGGESTIONS), request);
    }

    /**
     * The answer to a request that cannot be served: a page, or a problem document for who asks for JSON.
     *
     * @param status one of the catalog
     * @param detail what was wrong, for the sender
     */
    public Answer problem(int status, String detail, List<StatusCode> suggestions, Request request) {
        Problem problem = new Problem(site.catalog().get(status), detail, suggestions);
        // A cache must not give to others what only this request's conditions, or this moment, brought about.
        String lifetime = status == 403 || status == 412 || status >= 500 ? "no-store" : "max-age=60";
        // Whoever is refused would be refused the page's style, too.
        boolean negotiable = status != 403 && !request.path().matches("(?s).*" + FORM);
        boolean asPage = negotiable
                && Negotiation.choose(PROBLEM_FORMS, request.field("Accept"))
                        .filter(form -> form.mediaType().equals(Document.HTML))
                        .isPresent();
        Document document = asPage ? site.page(problem) : problem.document(siteUrl);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Cache-Control", lifetime);
        if (negotiable) {
            fields.put("Vary", "Accept");
        }
        if (status == 405) {
            fields.put("Allow", METHODS);
        }
        return answer(status, document, fields);
    }

    private static Answer elsewhere(int status, String location) {
        Map<String, String> fields = new LinkedHashMap<>(SECURITY);
        // Relative, because the gateway's host is not the one that the visitor asked.
        fields.put("Location", location);
        fields.put("Access-Control-Allow-Origin", "*");
        fields.put("Cache-Control", "max-age=300");
        return new Answer(status, fields, null);
    }

    /** What is allowed, to whoever asks, and the answer to every CORS preflight: any origin may read. */
    private static Answer options() {
        Map<String, String> fields = new LinkedHashMap<>(SECURITY);
        fields.put("Allow", METHODS);
        fields.put("Access-Control-Allow-Origin", "*");
        fields.put("Access-Control-Allow-Methods", METHODS);
        fields.put("Access-Control-Allow-Headers", "*");
        fields.put("Access-Control-Max-Age", "86400");
        return new Answer(200, fields, null).withoutContent();
    }

    private Answer answer(int status, Document document, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(SECURITY);
        all.putAll(fields);
        if (!document.mediaType().equals(Document.HTML)) {
            all.put("Access-Control-Allow-Origin", "*");
            all.put("Access-Control-Expose-Headers", "ETag");
        }
        // A 304 has it too: an HTTP API adds text/plain to a response that has none, and a cache that updates what it
        // stored from the 304 (RFC 9111 §3.2) would then serve pages as source code.
        all.put("Content-Type", document.mediaType());
        return new Answer(status, all, status == 304 ? null : document);
    }

    /** Enough of what was sent to recognise it. */
    private static String shown(String text) {
        return Visible.shortened(text, 60);
    }

    /** For how long browsers, and for how much longer the edge, may keep the document at a path. */
    private static String lifetime(String path) {
        return path.startsWith("/assets/")
                ? "public, max-age=31536000, immutable"
                : "public, max-age=300, s-maxage=86400, stale-while-revalidate=86400";
    }
}
