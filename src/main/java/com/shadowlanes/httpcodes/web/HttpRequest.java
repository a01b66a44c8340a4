package com.shadowlanes.httpcodes.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What of a request decides the response.
 *
 * @param path decoded, beginning with a slash
 * @param query percent-encoded, without the question mark; empty where there is none
 * @param headers by name in lower case
 */
public record HttpRequest(String method, String path, String query, Map<String, String> headers) {
    /** The value of a header, or null. */
    public String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    public boolean isHead() {
        return method.equals("HEAD");
    }

    /** Whether it asks for what is there: GET or HEAD (RFC 9110 §9.3). */
    public boolean isRetrieval() {
        return method.equals("GET") || isHead();
    }

    /** What is searched for: the query's first {@code q}, decoded, unless it is blank. */
    public Optional<String> searched() {
        // The edge keeps the parameters that are named q, so the first of them decides even without a value.
        return Arrays.stream(query.split("&"))
                .filter(parameter -> parameter.equals("q") || parameter.startsWith("q="))
                .findFirst()
                .map(q -> URLDecoder.decode(q.substring(Math.min(q.length(), 2)), StandardCharsets.UTF_8)
                        .strip())
                .filter(words -> !words.isEmpty());
    }
}
