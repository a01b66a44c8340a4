package com.shadowlanes.httpcodes.site;

import java.util.regex.Pattern;

/**
 * Words of a visitor as they may be shown and logged: on one line, in the order in which they were written, and valid
 * Unicode.
 */
public final class Visible {
    /**
     * Characters that are not seen but change what is: control characters, format characters such as those that reverse
     * the direction of the text (Unicode Standard Annex 9), line and paragraph separators, halves of surrogate pairs.
     */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private Visible() {}

    /** The text with a space in place of each character that cannot be seen. */
    public static String of(String text) {
        return INVISIBLE.matcher(text).replaceAll(" ");
    }

    /**
     * The beginning of the text, and three dots where more follows.
     *
     * @param length in characters (code points), without the dots
     */
    public static String shortened(String text, int length) {
        String visible = of(text);
        return visible.codePointCount(0, visible.length()) <= length
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, length)) + "...";
    }
}
