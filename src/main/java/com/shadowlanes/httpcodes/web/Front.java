package com.shadowlanes.httpcodes.web;

import com.shadowlanes.httpcodes.site.ProblemKind;
import com.shadowlanes.httpcodes.site.Visible;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Responds to whatever no resource has to compute. */
@Singleton
class Front {
    /** A segment that a URL library takes for this folder, or for the one above (RFC 3986 §3.3). */
    private static final Pattern DOT_SEGMENT = Pattern.compile("/[.]{1,2}(/|$)");

    private final Documents documents;
    private final Methods methods;
    private final Missing missing;
    private final Problems problems;

    Front(Documents documents, Methods methods, Missing missing, Problems problems) {
        this.documents = documents;
        this.methods = methods;
        this.missing = missing;
        this.problems = problems;
    }

    /** Empty where a resource has the method and the path. */
    Optional<HttpResponse> response(HttpRequest request) {
        Optional<HttpResponse> finished = documents.response(request);
        if (finished.isPresent()) {
            return finished;
        }
        // REST would look at another path.
        Set<String> allowed = DOT_SEGMENT.matcher(request.path()).find() ? Set.of() : methods.of(request.path());
        if (allowed.isEmpty()) {
            return Optional.of(missing.response(request));
        }
        if (request.method().equals("OPTIONS")) {
            return Optional.of(HeaderPolicy.options(allowed));
        }
        return allowed.contains(request.method()) ? Optional.empty() : Optional.of(notAllowed(request, allowed));
    }

    private HttpResponse notAllowed(HttpRequest request, Set<String> allowed) {
        String list = String.join(", ", allowed);
        return problems.response(
                        ProblemKind.METHOD_NOT_ALLOWED,
                        Map.of(
                                "path", Visible.shortened(request.path(), 60),
                                "method", Visible.shortened(request.method(), 20),
                                "methods", list),
                        request)
                .with("Allow", list);
    }
}
