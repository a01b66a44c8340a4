package com.shadowlanes.httpcodes.web;

import com.shadowlanes.httpcodes.site.Document;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response, before it is known who sends it.
 *
 * @param fields by name
 * @param document its content; null where there is none
 */
public record Answer(int status, Map<String, String> fields, Document document) {
    /** The answer to HEAD: the length is that of the content which GET would have sent, of which a 304 knows nothing. */
    Answer withoutContent() {
        if (status == 304) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put("Content-Length", String.valueOf(document == null ? 0 : document.length()));
        return new Answer(status, more, null);
    }
}
