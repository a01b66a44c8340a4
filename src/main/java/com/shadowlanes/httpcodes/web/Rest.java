package com.shadowlanes.httpcodes.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Between REST's requests and responses and ours. */
final class Rest {
    private static final String REQUEST = HttpRequest.class.getName();

    private Rest() {}

    /** The request as it was sent. */
    static HttpRequest request(RoutingContext routing) {
        HttpRequest request = routing.get(REQUEST);
        if (request == null) {
            request = read(routing);
            routing.put(REQUEST, request);
        }
        return request;
    }

    /**
     * Keeps REST from choosing by {@code Accept}, which it does even where a method has no {@code @Produces}: what a client
     * accepts is a matter of {@link Representations}. A resource finds it in {@link #request}.
     */
    static void hideAccept(RoutingContext routing) {
        request(routing);
        routing.request().headers().set("Accept", "*/*");
    }

    /** {@code UriInfo} has lost dot segments and everything after a semicolon by now. */
    private static HttpRequest read(RoutingContext routing) {
        // A plus sign is no space in a path (RFC 3986 §3.3).
        String path = routing.request().path().replace("+", "%2B");
        String query = routing.request().query();
        Map<String, String> headers = new LinkedHashMap<>();
        routing.request()
                .headers()
                .forEach(header -> headers.merge(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue(),
                        (one, other) -> one + "," + other));
        return new HttpRequest(
                routing.request().method().name(),
                URLDecoder.decode(path, StandardCharsets.UTF_8),
                query == null ? "" : query,
                headers);
    }

    /** The response to a request; {@link RestFilters} adds the headers that every response has. */
    static Response response(HttpResponse response, HttpRequest request) {
        HttpResponse sent = response.to(request);
        Response.ResponseBuilder rest = Response.status(sent.status());
        sent.headers().forEach(rest::header);
        return sent.content() == null
                ? rest.build()
                : rest.entity(sent.content().bytes()).build();
    }
}
