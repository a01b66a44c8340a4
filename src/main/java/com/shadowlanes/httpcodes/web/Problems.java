package com.shadowlanes.httpcodes.web;

import com.shadowlanes.httpcodes.render.JsonText;
import com.shadowlanes.httpcodes.render.Pages;
import com.shadowlanes.httpcodes.site.Brief;
import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.Problem;
import com.shadowlanes.httpcodes.site.ProblemKind;
import com.shadowlanes.httpcodes.site.Representation;
import com.shadowlanes.httpcodes.site.Site;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Tells a sender why a request cannot be served: as a page, or as a problem document (RFC 9457). */
@Singleton
public class Problems {
    /**
     * What is chosen from. Who asks for application/json means a problem document too, and so gets it who asks for what there
     * is not.
     */
    private static final List<String> FORMS = List.of("text/html", Representation.PROBLEM, Representation.JSON);

    private final Site site;
    private final Pages pages;
    private final Settings settings;

    Problems(Site site, Pages pages, Settings settings) {
        this.site = site;
        this.pages = pages;
        this.settings = settings;
    }

    public HttpResponse response(ProblemKind kind, HttpRequest request) {
        return response(kind, Map.of(), request);
    }

    /** @param values what the text of the problem leaves open, by name */
    public HttpResponse response(ProblemKind kind, Map<String, String> values, HttpRequest request) {
        return response(kind, values, List.of(), request);
    }

    /**
     * @param values what the text of the problem leaves open, by name
     * @param suggestions codes that the sender may have meant
     */
    HttpResponse response(ProblemKind kind, Map<String, String> values, List<Brief> suggestions, HttpRequest request) {
        return response(site.problem(kind, values, suggestions), request);
    }

    /**
     * A problem of which nothing is known but its status, so that it says what the status means.
     *
     * @param status of a client or server error; one that is not explained means what the x00 of its class does
     */
    HttpResponse response(int status, HttpRequest request) {
        Brief known = site.codes().get(site.codes().has(status) ? status : status / 100 * 100);
        Brief code = new Brief(status, known.reasonPhrase(), known.name(), known.definedBy(), known.summary());
        return response(new Problem(code, code.summary()), request);
    }

    private HttpResponse response(Problem problem, HttpRequest request) {
        int status = problem.status().code();
        // Whoever is refused would be refused the page's style, too.
        boolean isNegotiated = status != 403 && !Paths.isForm(request.path());
        boolean isPage = isNegotiated
                && Negotiation.choose(FORMS, UnaryOperator.identity(), request.header("accept"))
                        .filter("text/html"::equals)
                        .isPresent();
        Representation content = isPage ? pages.problem(problem) : JsonText.problem(problem, settings.siteUrl());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", content.mediaType());
        // A cache must not give to others what only this request's conditions, or this moment, brought about.
        boolean isForThisRequestAlone = status == 403 || status == 412 || status >= 500;
        headers.put("Cache-Control", isForThisRequestAlone ? HeaderPolicy.NO_STORE : HeaderPolicy.MINUTE);
        if (isNegotiated) {
            headers.put("Vary", "Accept");
        }
        return new HttpResponse(status, headers, content);
    }
}
