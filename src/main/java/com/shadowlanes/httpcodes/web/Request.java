package com.shadowlanes.httpcodes.web;

import java.util.function.UnaryOperator;

/**
 * What of a request decides the answer.
 *
 * @param path decoded, beginning with a slash
 * @param query percent-encoded, without the question mark; empty where there is none
 * @param fields the value of a field by its name, or null
 */
public record Request(String method, String path, String query, UnaryOperator<String> fields) {
    /** The value of a field, or null. */
    public String field(String name) {
        return fields.apply(name);
    }
}
