package com.shadowlanes.httpcodes.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What stands around every resource: it sees only requests that it has a method for, and need not think of general headers. */
class RestFilters {
    private final Front front;

    RestFilters(Front front) {
        this.front = front;
    }

    @ServerRequestFilter(preMatching = true)
    Optional<Response> respond(RoutingContext routing) {
        Rest.hideAccept(routing);
        HttpRequest request = Rest.request(routing);
        return front.response(request).map(response -> Rest.response(response, request));
    }

    @ServerResponseFilter
    void complete(ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        HeaderPolicy.apply(
                headers.containsKey("Cache-Control"),
                (name, value) -> headers.computeIfAbsent(name, absent -> List.of(value)));
    }
}
