package com.shadowlanes.httpcodes.web;

import com.shadowlanes.httpcodes.site.Visible;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What goes wrong before or inside {@link SiteResource}, told to the sender without anything internal. */
public class Errors {
    private static final Logger LOG = Logger.getLogger(Errors.class);

    private final Answers answers;

    Errors(Answers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    public Response refused(
            WebApplicationException e, ContainerRequestContext context, RoutingContext routing, HttpHeaders headers) {
        int status = e.getResponse().getStatus();
        if (status == 405) {
            return SiteResource.response(answers.answer(SiteResource.request(context.getMethod(), routing, headers)));
        }
        return status < 500
                ? problem(400, "The request could not be understood.", routing, headers)
                : failed(e, routing, headers);
    }

    @ServerExceptionMapper
    public Response failed(Throwable e, RoutingContext routing, HttpHeaders headers) {
        Request request = SiteResource.request(HttpMethod.GET, routing, headers);
        LOG.errorf(e, "%s could not be answered", Visible.shortened(request.path(), 1000));
        return problem(500, "The server failed, and has noted why. The same request may work later.", routing, headers);
    }

    private Response problem(int status, String detail, RoutingContext routing, HttpHeaders headers) {
        Request request = SiteResource.request(HttpMethod.GET, routing, headers);
        return SiteResource.response(answers.problem(status, detail, List.of(), request));
    }
}
