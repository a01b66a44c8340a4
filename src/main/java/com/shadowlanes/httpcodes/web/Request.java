package com.shadowlanes.httpcodes.web;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What of a request decides the answer.
 *
 * @param path decoded, beginning with a slash
 * @param query percent-encoded, without the question mark; empty where there is none
 * @param fields the value of a field by its name, or null
 */
public record Request(String method, String path, String query, UnaryOperator<String> fields) {
    private static final List<String> FIELDS = List.of("Accept", "If-Match", "If-None-Match", "X-Origin-Verify");

    /** Whether a field, whose name is in whatever case, can change the answer. */
    public static boolean isDecidedBy(String name) {
        for (String field : FIELDS) {
            if (field.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The name of a field whose value has a control character other than a tab, which no value may have (RFC 9110 §5.5);
     * empty where none has.
     */
    public Optional<String> malformedField() {
        for (String name : FIELDS) {
            String value = field(name);
            if (value != null && hasControlCharacter(value)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static boolean hasControlCharacter(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7f) {
                return true;
            }
        }
        return false;
    }

    /** The value of a field, or null. */
    public String field(String name) {
        return fields.apply(name);
    }
}
