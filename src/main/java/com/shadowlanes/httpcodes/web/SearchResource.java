package com.shadowlanes.httpcodes.web;

import com.shadowlanes.httpcodes.render.JsonText;
import com.shadowlanes.httpcodes.render.Pages;
import com.shadowlanes.httpcodes.site.Brief;
import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.ProblemKind;
import com.shadowlanes.httpcodes.site.Representation;
import com.shadowlanes.httpcodes.site.Site;
import com.shadowlanes.httpcodes.site.Visible;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The search: for programs at a path of its own, for people on the front page. */
@Path("/")
public class SearchResource {
    /** The longest query, in characters. */
    private static final int LONGEST = 1000;

    private final Site site;
    private final Pages pages;
    private final Representations representations;
    private final Problems problems;
    private final Settings settings;

    SearchResource(Site site, Pages pages, Representations representations, Problems problems, Settings settings) {
        this.site = site;
        this.pages = pages;
        this.representations = representations;
        this.problems = problems;
        this.settings = settings;
    }

    @GET
    @Path("search.json")
    public Response search(@Context RoutingContext routing) {
        HttpRequest request = Rest.request(routing);
        return Rest.response(
                request.searched()
                        .map(words -> found(words, request))
                        .orElseGet(() -> problems.response(
                                ProblemKind.SEARCH_WITHOUT_WORDS,
                                Map.of("example", Paths.SEARCH + "?q=teapot"),
                                request)),
                request);
    }

    /** The front page with what was found; an exact number leads to its page. Without a query the page is a finished document. */
    @GET
    public Response frontPage(@Context RoutingContext routing) {
        HttpRequest request = Rest.request(routing);
        String words = request.searched().orElseThrow();
        HttpResponse response = words.matches("[0-9]{3}") && site.has("/" + words)
                ? Documents.redirect(302, "/" + words)
                : found(words, request);
        return Rest.response(response, request);
    }

    private HttpResponse found(String words, HttpRequest request) {
        if (words.length() > LONGEST) {
            return problems.response(ProblemKind.SEARCH_TOO_LONG, Map.of("limit", String.valueOf(LONGEST)), request);
        }
        List<Brief> found = site.search().find(words).stream()
                .map(entry -> site.codes().get(entry.code()))
                .toList();
        String shown = Visible.of(words);
        Representation json = JsonText.found(shown, found, settings.siteUrl())
                .at(Paths.SEARCH + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .hashed();
        List<Representation> forms = request.path().equals(Paths.SEARCH)
                ? List.of(json)
                : List.of(pages.found(shown, found).hashed(), json);
        return representations.response(forms, request, HeaderPolicy.DOCUMENT);
    }
}
