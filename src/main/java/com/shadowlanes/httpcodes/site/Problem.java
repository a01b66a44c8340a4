package com.shadowlanes.httpcodes.site;

import java.util.List;

/**
 * Why a request cannot be served (RFC 9457).
 *
 * @param status the response's status code
 * @param heading of a page that is more than an error, or null
 * @param detail what was wrong with this request, for its sender
 * @param classPath of the page about the class that the sender asked about, or null
 * @param suggestions codes that the sender may have meant
 */
public record Problem(Brief status, String heading, String detail, String classPath, List<Brief> suggestions) {
    /** An error of which there is no more to say. */
    public Problem(Brief status, String detail) {
        this(status, null, detail, null, List.of());
    }
}
