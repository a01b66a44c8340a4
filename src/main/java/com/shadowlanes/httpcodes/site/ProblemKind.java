package com.shadowlanes.httpcodes.site;

import java.util.Locale;

/** Why a request cannot be served. What is said then stands in {@code tables/problems.yaml}, by the {@link #id}. */
public enum ProblemKind {
    BAD_REQUEST,
    BODY_NOT_BASE64,
    BODY_TOO_LARGE,
    CLOUDFLARE_ERROR,
    CODE_NOT_ASSIGNED,
    CODE_OUTSIDE_THE_CLASSES,
    CONTROL_CHARACTER,
    CURL_ZERO,
    FAILED,
    IIS_SUBSTATUS,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    NOT_A_CODE,
    NOT_AN_EVENT,
    NOTHING_THERE,
    PRECONDITION_FAILED,
    SEARCH_TOO_LONG,
    SEARCH_WITHOUT_WORDS,
    UNSUPPORTED_MEDIA_TYPE,
    WRONG_ADDRESS;

    /** In lower case, the words joined by hyphens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
