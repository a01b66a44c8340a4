package com.shadowlanes.httpcodes.site;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How texts and queries are taken apart, so that the one is found by the other. */
public final class Words {
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");

    /** What stands before a name in constants, numbers too: {@code status.HTTP_404_NOT_FOUND}. */
    private static final String PREFIX = "^(http|status|sc|[1-5][0-9]{2})+(?=[a-z])";

    private Words() {}

    /** The words of a text, in lower case. */
    public static Stream<String> of(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group);
    }

    /** A reason phrase or a constant as one word, without what qualifies it: {@code notfound}. */
    public static String name(String text) {
        String name = text.matches("(?s).*[ \\t\\r\\n].*") ? text : text.replaceFirst("^.*[.:]", "");
        return of(name).collect(joining()).replaceFirst(PREFIX, "");
    }

    /** Whether a letter is missing, too much, another, or has changed places with its neighbour. */
    static boolean isOneErrorFrom(String text, String word) {
        if (Math.abs(text.length() - word.length()) > 1) {
            return false;
        }
        int i = 0;
        while (i < text.length() && i < word.length() && text.charAt(i) == word.charAt(i)) {
            i++;
        }
        String here = text.substring(i);
        String there = word.substring(i);
        return after(1, here).equals(after(1, there))
                || after(1, here).equals(there)
                || here.equals(after(1, there))
                || here.length() > 1
                        && there.startsWith(here.charAt(1) + here.substring(0, 1))
                        && after(2, here).equals(after(2, there));
    }

    private static String after(int length, String text) {
        return text.substring(Math.min(length, text.length()));
    }
}
