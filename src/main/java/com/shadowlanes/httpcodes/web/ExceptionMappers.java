package com.shadowlanes.httpcodes.web;

import com.shadowlanes.httpcodes.site.ProblemKind;
import com.shadowlanes.httpcodes.site.Visible;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What goes wrong before or inside a resource, told to the sender without anything internal. */
class ExceptionMappers {
    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    private final Problems problems;
    private final Missing missing;

    ExceptionMappers(Problems problems, Missing missing) {
        this.problems = problems;
        this.missing = missing;
    }

    /** Its status and its headers stay; what it says becomes a problem, unless it sends the client elsewhere. */
    @ServerExceptionMapper
    Response refused(WebApplicationException e, RoutingContext routing) {
        HttpRequest request = Rest.request(routing);
        int status = e.getResponse().getStatus();
        if (status == 500) {
            return failed(e, routing);
        }
        if (status < 400) {
            return e.getResponse();
        }
        HttpResponse problem =
                switch (status) {
                    case 400 -> problems.response(ProblemKind.BAD_REQUEST, request);
                    case 404 -> missing.response(request);
                    case 415 ->
                        problems.response(
                                ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                                Map.of("path", Visible.shortened(request.path(), 60)),
                                request);
                    default -> problems.response(status, request);
                };
        for (Map.Entry<String, List<Object>> header :
                e.getResponse().getHeaders().entrySet()) {
            if (!header.getKey().toLowerCase(Locale.ROOT).startsWith("content-")) {
                problem = problem.with(header.getKey(), e.getResponse().getHeaderString(header.getKey()));
            }
        }
        return Rest.response(problem, request);
    }

    @ServerExceptionMapper
    Response failed(Throwable e, RoutingContext routing) {
        HttpRequest request = Rest.request(routing);
        LOG.errorf(e, "%s could not be answered", Visible.shortened(request.path(), 1000));
        return Rest.response(problems.response(ProblemKind.FAILED, request), request);
    }
}
