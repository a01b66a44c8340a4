package com.shadowlanes.httpcodes.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response, before it is known who sends it.
 *
 * @param fields by name
 * @param content empty where there is none
 */
public record Answer(int status, Map<String, String> fields, String content) {
    /** The answer to HEAD: the length is that of the content which GET would have sent, of which a 304 knows nothing. */
    Answer withoutContent() {
        if (status == 304) {
            return this;
        }
        int length = content.getBytes(StandardCharsets.UTF_8).length;
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put("Content-Length", String.valueOf(length));
        return new Answer(status, more, "");
    }
}
