package com.shadowlanes.httpcodes.site;

import java.util.Map;
import org.apache.commons.text.StringSubstitutor;

/**
 * What is said where a request cannot be served.
 *
 * @param status the response's status code
 * @param heading of a page that is more than an error, or null
 * @param detail what was wrong with the request, for its sender; {@code {path}} stands for the value of that name
 */
public record ProblemText(int status, String heading, String detail) {
    /** @throws IllegalArgumentException naming a value that is not given */
    String detail(Map<String, String> values) {
        return filled(detail, values);
    }

    /** @throws IllegalArgumentException naming a value that is not given */
    String heading(Map<String, String> values) {
        return heading == null ? null : filled(heading, values);
    }

    private static String filled(String text, Map<String, String> values) {
        // A value may be what the sender wrote, so it is not looked into.
        return new StringSubstitutor(values, "{", "}")
                .setDisableSubstitutionInValues(true)
                .setEnableUndefinedVariableException(true)
                .replace(text);
    }
}
