package com.shadowlanes.httpcodes.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Every URL of the site. */
@Path("{path: .*}")
public class SiteResource {
    private final Answers answers;

    SiteResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    public Response get(@Context RoutingContext routing, @Context HttpHeaders headers) {
        return response(answers.answer(request("GET", routing, headers)));
    }

    @HEAD
    public Response head(@Context RoutingContext routing, @Context HttpHeaders headers) {
        return response(answers.answer(request("HEAD", routing, headers)));
    }

    @OPTIONS
    public Response options(@Context RoutingContext routing, @Context HttpHeaders headers) {
        return response(answers.answer(request("OPTIONS", routing, headers)));
    }

    /** The request as it was sent: {@code UriInfo} has lost dot segments and everything after a semicolon by now. */
    static Request request(String method, RoutingContext routing, HttpHeaders headers) {
        // A plus sign is no space in a path (RFC 3986 §3.3).
        String path = routing.request().path().replace("+", "%2B");
        String query = routing.request().query();
        return new Request(
                method,
                URLDecoder.decode(path, StandardCharsets.UTF_8),
                query == null ? "" : query,
                headers::getHeaderString);
    }

    static Response response(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.fields().forEach(response::header);
        return answer.document() == null
                ? response.build()
                : response.entity(answer.document().bytes()).build();
    }
}
