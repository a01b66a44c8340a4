package com.shadowlanes.httpcodes.web;

import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.ProblemKind;
import com.shadowlanes.httpcodes.site.Representation;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Responds with the representation that suits a request, or that the client has it already. */
@Singleton
public class Representations {
    private final Problems problems;

    /** Tells the entity tags of a deployment with a URL of its own from those of the documents as they were made. */
    private final String tagSuffix;

    Representations(Problems problems, Settings settings) {
        this.problems = problems;
        this.tagSuffix = settings.hasOwnUrl()
                ? "-" + Integer.toHexString(settings.siteUrl().hashCode())
                : "";
    }

    /**
     * Chooses by {@code Accept} where there are several, and heeds conditions (RFC 9110 §12.5.1, §13).
     *
     * @param available what there is, the preferred one first
     * @param lifetime the value of {@code Cache-Control}
     */
    HttpResponse response(List<Representation> available, HttpRequest request, String lifetime) {
        Optional<Representation> chosen = available.size() == 1
                ? Optional.of(available.get(0))
                : Negotiation.choose(available, Representation::essence, request.header("accept"));
        if (chosen.isEmpty()) {
            String types = available.stream().map(Representation::essence).collect(Collectors.joining(", "));
            return problems.response(
                    ProblemKind.NOT_ACCEPTABLE, Map.of("path", request.path(), "types", types), request);
        }
        Representation content = chosen.get();
        String entityTag = '"' + content.hash() + tagSuffix + '"';
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ETag", entityTag);
        headers.put("Cache-Control", lifetime);
        // A 304 has it too: an HTTP API adds text/plain to a response that has none, and a cache that updates what it
        // stored from the 304 (RFC 9111 §3.2) would then serve pages as source code.
        headers.put("Content-Type", content.mediaType());
        if (content.mediaType().equals(Representation.HTML)) {
            headers.put("Speculation-Rules", '"' + Paths.SPECULATION_RULES + '"');
        }
        if (available.size() > 1) {
            headers.put("Vary", "Accept");
            String alternates = alternates(available, content);
            if (!alternates.isEmpty()) {
                headers.put("Link", alternates);
            }
            if (content.location() != null) {
                headers.put("Content-Location", content.location());
            }
        }
        if (Conditions.ifMatchFails(request.header("if-match"), entityTag)) {
            return problems.response(ProblemKind.PRECONDITION_FAILED, request);
        }
        if (Conditions.ifNoneMatchFails(request.header("if-none-match"), entityTag)) {
            return new HttpResponse(304, headers, null);
        }
        return new HttpResponse(200, headers, content);
    }

    /** The other forms that have a URL of their own (RFC 8288). */
    private static String alternates(List<Representation> available, Representation chosen) {
        return available.stream()
                .filter(form -> form != chosen && form.location() != null)
                .map(form -> "<" + form.location() + ">; rel=\"alternate\"; type=\"" + form.essence() + '"')
                .collect(Collectors.joining(", "));
    }
}
