package com.shadowlanes.httpcodes.web;

import com.shadowlanes.httpcodes.site.Representation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response, before it is known who sends it.
 *
 * @param headers by name
 * @param content null where there is none
 */
public record HttpResponse(int status, Map<String, String> headers, Representation content) {
    /** The response to this method: to HEAD, it has the length of the content which GET would have got, and not that content. */
    public HttpResponse to(HttpRequest request) {
        // A 304 knows nothing of the length.
        if (!request.isHead() || status == 304) {
            return this;
        }
        HttpResponse whole = with("Content-Length", String.valueOf(content == null ? 0 : content.length()));
        return new HttpResponse(status, whole.headers, null);
    }

    /** The response with one header more. */
    public HttpResponse with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpResponse(status, more, content);
    }
}
