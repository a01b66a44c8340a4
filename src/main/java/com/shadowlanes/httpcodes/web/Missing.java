package com.shadowlanes.httpcodes.web;

import com.shadowlanes.httpcodes.site.Brief;
import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.ProblemKind;
import com.shadowlanes.httpcodes.site.Site;
import com.shadowlanes.httpcodes.site.Visible;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Says why there is nothing at a path, and what may have been meant. */
@Singleton
class Missing {
    private static final int SUGGESTIONS = 6;

    /** The status codes of the pages on which Cloudflare shows errors of its own. */
    private static final List<Integer> CLOUDFLARE_PAGES = List.of(403, 409, 429, 530);

    private final Site site;
    private final Problems problems;

    Missing(Site site, Problems problems) {
        this.site = site;
        this.problems = problems;
    }

    HttpResponse response(HttpRequest request) {
        String path = request.path();
        String name = Paths.withoutForm(path).substring(1);
        if (name.equals("000")) {
            return problems.response(ProblemKind.CURL_ZERO, request);
        }
        if (name.matches("1[0-9]{3}")) {
            return problems.response(
                    ProblemKind.CLOUDFLARE_ERROR, Map.of("code", name), briefs(CLOUDFLARE_PAGES), request);
        }
        if (name.matches("[1-5][0-9]{2}\\.[0-9]{1,3}")) {
            String main = name.substring(0, 3);
            List<Brief> sent = site.has("/" + main) ? briefs(List.of(Integer.parseInt(main))) : List.of();
            return problems.response(ProblemKind.IIS_SUBSTATUS, Map.of("code", name, "main", main), sent, request);
        }
        if (!name.matches("[0-9]+") || site.has("/" + name)) {
            List<Brief> found = site.search().find(shown(name)).stream()
                    .limit(SUGGESTIONS)
                    .map(entry -> site.codes().get(entry.code()))
                    .toList();
            return problems.response(ProblemKind.NOTHING_THERE, Map.of("path", shown(path)), found, request);
        }
        if (!name.matches("[1-9][0-9]{2}")) {
            return problems.response(ProblemKind.NOT_A_CODE, Map.of("code", shown(name)), request);
        }
        int code = Integer.parseInt(name);
        List<Brief> nearest = site.codes().nearest(code, SUGGESTIONS);
        char digit = name.charAt(0);
        return digit > '5'
                ? problems.response(ProblemKind.CODE_OUTSIDE_THE_CLASSES, Map.of("code", name), nearest, request)
                : problems.response(
                        ProblemKind.CODE_NOT_ASSIGNED,
                        Map.of("code", name, "class", digit + "xx", "fallback", digit + "00"),
                        nearest,
                        request);
    }

    private List<Brief> briefs(List<Integer> codes) {
        return codes.stream().map(site.codes()::get).toList();
    }

    /** Enough of what was sent to recognise it. */
    private static String shown(String text) {
        return Visible.shortened(text, 60);
    }
}
