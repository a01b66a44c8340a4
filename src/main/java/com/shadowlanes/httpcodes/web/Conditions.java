package com.shadowlanes.httpcodes.web;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Conditional requests (RFC 9110 §13): only entity tags, as the site has no dates. */
final class Conditions {
    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

    private Conditions() {}

    /** Whether {@code If-Match} is there and false: the precondition has failed. */
    static boolean ifMatchFails(String ifMatch, String entityTag) {
        // Strong comparison (§8.8.3.2): a weak tag never matches.
        return ifMatch != null && !ifMatch.strip().equals("*") && tags(ifMatch).noneMatch(entityTag::equals);
    }

    /** Whether {@code If-None-Match} is there and false: the client has this representation. */
    static boolean ifNoneMatchFails(String ifNoneMatch, String entityTag) {
        return ifNoneMatch != null
                && (ifNoneMatch.strip().equals("*")
                        || tags(ifNoneMatch).anyMatch(tag -> isWeaklyEqual(tag, entityTag)));
    }

    /** Weak comparison (§8.8.3.2): a cache that compresses makes tags weak, and they still match. */
    private static boolean isWeaklyEqual(String tag, String entityTag) {
        return tag.equals(entityTag) || tag.equals("W/" + entityTag);
    }

    private static Stream<String> tags(String list) {
        return ENTITY_TAG.matcher(list).results().map(MatchResult::group);
    }
}
