package com.shadowlanes.httpcodes.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Every URL of the site. */
@Path("{path: .*}")
public class SiteResource {
    private final Answers answers;

    SiteResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    public Response get(@Context UriInfo uri, @Context HttpHeaders headers) {
        return response(answers.answer(request("GET", uri, headers)));
    }

    @HEAD
    public Response head(@Context UriInfo uri, @Context HttpHeaders headers) {
        return response(answers.answer(request("HEAD", uri, headers)));
    }

    @OPTIONS
    public Response options(@Context UriInfo uri, @Context HttpHeaders headers) {
        return response(answers.answer(request("OPTIONS", uri, headers)));
    }

    static Request request(String method, UriInfo uri, HttpHeaders headers) {
        String query = uri.getRequestUri().getRawQuery();
        return new Request(method, uri.getRequestUri().getPath(), query == null ? "" : query, headers::getHeaderString);
    }

    static Response response(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.fields().forEach(response::header);
        return answer.document() == null
                ? response.build()
                : response.entity(answer.document().bytes()).build();
    }
}
