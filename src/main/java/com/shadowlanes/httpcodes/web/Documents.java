package com.shadowlanes.httpcodes.web;

import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.Representation;
import com.shadowlanes.httpcodes.site.Site;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Responds with what is finished: documents, and redirects to them. */
@Singleton
public class Documents {
    private final Site site;
    private final Representations representations;
    private final Settings settings;

    Documents(Site site, Representations representations, Settings settings) {
        this.site = site;
        this.representations = representations;
        this.settings = settings;
    }

    /** The response to a request that asks for something finished; empty for all others. */
    public Optional<HttpResponse> response(HttpRequest request) {
        if (!request.isRetrieval()) {
            return Optional.empty();
        }
        List<Representation> forms = site.at(request.path());
        if (forms.isEmpty()) {
            return redirect(request).or(() -> asset(request));
        }
        if (request.path().equals(Paths.HOME) && request.searched().isPresent()) {
            return Optional.empty();
        }
        String lifetime = Paths.isAsset(request.path()) ? HeaderPolicy.ASSET : HeaderPolicy.DOCUMENT;
        return Optional.of(withOwnUrl(representations.response(forms, request, lifetime)));
    }

    /** Whether there is something to read at a path. */
    boolean has(String path) {
        return site.has(path)
                || !canonical(path).equals(path)
                || site.currentAsset(path).isPresent();
    }

    private Optional<HttpResponse> asset(HttpRequest request) {
        return site.currentAsset(request.path())
                .map(asset -> withOwnUrl(representations.response(List.of(asset), request, HeaderPolicy.MINUTE)));
    }

    /**
     * Puts this deployment's URL into a finished document. What is made for one request has it from the beginning, and
     * may contain the visitor's own words, which stay as they are.
     */
    private HttpResponse withOwnUrl(HttpResponse response) {
        return response.status() == 200 && settings.hasOwnUrl()
                ? new HttpResponse(200, response.headers(), response.content().withSiteUrl(settings.siteUrl()))
                : response;
    }

    /** From the ways in which a path is often written to the one URL, the query kept; never to another host. */
    private Optional<HttpResponse> redirect(HttpRequest request) {
        String path = canonical(request.path());
        return path.equals(request.path())
                ? Optional.empty()
                : Optional.of(redirect(301, request.query().isEmpty() ? path : path + "?" + request.query()));
    }

    /** The path at which there is what a path means, or that path itself. */
    private String canonical(String path) {
        String canonical = Paths.canonical(path);
        if (!exists(canonical)) {
            canonical = Paths.withCodesSwapped(canonical);
        }
        return exists(canonical) ? canonical : path;
    }

    private boolean exists(String path) {
        return site.has(path) || path.equals(Paths.SEARCH);
    }

    /** @param location relative, because the gateway's host is not the one that the visitor asked */
    static HttpResponse redirect(int status, String location) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Location", location);
        headers.put("Cache-Control", HeaderPolicy.REDIRECT);
        return new HttpResponse(status, headers, null);
    }
}
