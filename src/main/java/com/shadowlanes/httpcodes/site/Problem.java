package com.shadowlanes.httpcodes.site;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import java.util.List;

/**
 * Why a request cannot be served, as a page or as a problem document (RFC 9457).
 *
 * @param status the response's status code, explained
 * @param detail what was wrong with this request, for its sender
 * @param suggestions codes that the sender may have meant
 */
public record Problem(StatusCode status, String detail, List<StatusCode> suggestions) {
    /**
     * As {@code application/problem+json}; its type is the page that explains the status code.
     *
     * @param siteUrl where that page is: the URL of this deployment
     */
    public Document document(String siteUrl) {
        return new Document(
                Document.PROBLEM,
                Json.text(JsonNodeFactory.instance
                        .objectNode()
                        .put("type", siteUrl + "/" + status.code())
                        .put("title", status.name())
                        .put("status", status.code())
                        .put("detail", detail)));
    }
}
