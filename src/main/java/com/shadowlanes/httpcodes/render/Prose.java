package com.shadowlanes.httpcodes.render;

import com.shadowlanes.httpcodes.site.Codes;
import com.shadowlanes.httpcodes.site.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes texts apart: prose, {@code `code`} and the numbers of status codes.
 *
 * @param own the codes that the page is about, which are no links there
 */
public record Prose(List<Integer> own, Codes codes) {
    private static final Pattern CODE_OR_NUMBER =
            Pattern.compile("`([^`]+)`|(?<![\\w.,/:-])([1-9][0-9]{2})(?![\\w/-]|[.,:][0-9])");

    /**
     * A piece of a text.
     *
     * @param code whether it is to be set as code
     * @param link the path of the page that the piece names, or null
     */
    public record Span(String text, boolean code, String link) {}

    /** The text's pieces in order. */
    public List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        int end = 0;
        Matcher found = CODE_OR_NUMBER.matcher(text);
        while (found.find()) {
            String code = found.group(1);
            String number = found.group(2);
            if (code == null && !isOtherCode(Integer.parseInt(number))) {
                continue;
            }
            spans.add(new Span(text.substring(end, found.start()), false, null));
            spans.add(
                    code != null
                            ? new Span(code, true, null)
                            : new Span(number, false, Paths.code(Integer.parseInt(number))));
            end = found.end();
        }
        spans.add(new Span(text.substring(end), false, null));
        return spans;
    }

    private boolean isOtherCode(int number) {
        return !own.contains(number) && codes.has(number);
    }
}
