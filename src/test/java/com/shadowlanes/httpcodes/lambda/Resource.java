package com.shadowlanes.httpcodes.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;

/** A resource as anyone would write it, there for the tests alone. */
@Path("/resource")
public class Resource {
    /** Tells what it got, as JSON. */
    @POST
    public String post(
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @HeaderParam("User-Agent") String userAgent,
            @HeaderParam("X-List") String list,
            @HeaderParam("Cookie") String cookie,
            byte[] body) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("method", "POST")
                .put("query", uri.getRequestUri().getRawQuery())
                .put("userAgent", userAgent)
                .put("list", list)
                .put("cookie", cookie)
                .put("type", headers.getHeaderString("content-type"))
                .put("body", new String(body, StandardCharsets.ISO_8859_1))
                .toString();
    }

    /** Throws what is asked for, with a header that is asked for. */
    @DELETE
    @Path("thrown/{status}")
    public String thrown(@PathParam("status") int status, @HeaderParam("X-Header") String header) {
        Response.ResponseBuilder response = Response.status(status);
        if (header != null && header.contains(": ")) {
            response.header(header.split(": ")[0], header.split(": ")[1]);
        }
        throw new WebApplicationException(response.build());
    }

    @PATCH
    public Response own() {
        return Response.ok("own")
                .header("Content-Security-Policy", "sandbox")
                .header("Set-Cookie", "a=b")
                .build();
    }

    @PUT
    @Path("text")
    public String put(String body) {
        return body;
    }

    @GET
    @Path("{name}")
    public String get(String name, @Context HttpHeaders headers) {
        return headers.getHeaderString(name);
    }
}
