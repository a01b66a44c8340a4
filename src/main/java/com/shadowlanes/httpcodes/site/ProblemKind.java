package com.shadowlanes.httpcodes.site;

import java.util.Locale;
import java.util.Set;

/** Why a request cannot be served. What is said then stands in {@code tables/problems.yaml}, by the {@link #id}. */
public enum ProblemKind {
    BAD_REQUEST,
    BODY_NOT_BASE64,
    BODY_TOO_LARGE("limit"),
    CLOUDFLARE_ERROR("code"),
    CODE_NOT_ASSIGNED("code", "class", "fallback"),
    CODE_OUTSIDE_THE_CLASSES("code"),
    CONTROL_CHARACTER("header"),
    CURL_ZERO,
    FAILED,
    IIS_SUBSTATUS("code", "main"),
    METHOD_NOT_ALLOWED("path", "method", "methods"),
    NOT_ACCEPTABLE("path", "types"),
    NOT_A_CODE("code"),
    NOT_AN_EVENT,
    NOTHING_THERE("path"),
    PRECONDITION_FAILED,
    SEARCH_TOO_LONG("limit"),
    SEARCH_WITHOUT_WORDS("example"),
    UNSUPPORTED_MEDIA_TYPE("path"),
    WRONG_ADDRESS("url");

    private final Set<String> values;

    /** @param values the names of what its text may have in braces */
    ProblemKind(String... values) {
        this.values = Set.of(values);
    }

    /** The names of what its text may have in braces. */
    public Set<String> valueNames() {
        return values;
    }

    /** In lower case, the words joined by hyphens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
