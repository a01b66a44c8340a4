package com.shadowlanes.httpcodes.render;

import com.shadowlanes.httpcodes.site.Brief;
import com.shadowlanes.httpcodes.site.Codes;
import com.shadowlanes.httpcodes.site.Problem;
import com.shadowlanes.httpcodes.site.Representation;
import java.util.List;

/** The pages that are made for one request. */
public final class Pages {
    private final Templates templates = new Templates()
            .parsed("home", "problem", "layout", "places", "field", "groups", "inline", "spans", "prose", "tokens");
    private final Frame frame;
    private final Codes codes;

    public Pages(Frame frame, Codes codes) {
        this.frame = frame;
        this.codes = codes;
    }

    /** The front page with what was found for a query, best first. */
    public Representation found(String query, List<Brief> found) {
        return templates.page("home", template -> template.data("page", frame.unlisted())
                .data("wanted", frame.wanted())
                .data("query", query)
                .data("found", found));
    }

    /** A request that cannot be served. */
    public Representation problem(Problem problem) {
        return templates.page("problem", template -> template.data("page", frame.unlisted())
                .data("problem", problem)
                .data("prose", new Prose(List.of(problem.status().code()), codes)));
    }
}
