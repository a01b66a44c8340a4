package com.shadowlanes.httpcodes.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes code apart, so that a style sheet can colour it. The pieces together are always the code as it was. */
final class CodeTokens {
    private static final Pattern COMMAND = Pattern.compile(
            "(?<s>'[^']*'|\"[^\"]*\")|(?<o>(?<=\\s)--?[A-Za-z][^\\s='\"]*)|(?<k>^\\S+|(?<=[|;] )[a-z]\\S*)");
    private static final Pattern MESSAGE = Pattern.compile(
            "(?<k>^[A-Z]+ (?=\\S+ HTTP/)|(?<=^HTTP/1.1 )[0-9]{3})|(?<n>^[A-Za-z][A-Za-z0-9-]*(?=:)|\"[^\"\\n]*\"(?=\\s*:))"
                    + "|(?<s>\"[^\"\\n]*\")",
            Pattern.MULTILINE);

    private CodeTokens() {}

    /** A line for a shell. */
    static List<Token> command(String line) {
        return tokens(line, COMMAND, List.of("s", "o", "k"));
    }

    /** An HTTP message. */
    static List<Token> message(String message) {
        return tokens(message, MESSAGE, List.of("k", "n", "s"));
    }

    private static List<Token> tokens(String code, Pattern pattern, List<String> kinds) {
        List<Token> tokens = new ArrayList<>();
        Matcher found = pattern.matcher(code);
        int end = 0;
        while (found.find()) {
            if (found.start() > end) {
                tokens.add(new Token(code.substring(end, found.start()), null));
            }
            String kind = kinds.stream()
                    .filter(each -> found.group(each) != null)
                    .findFirst()
                    .orElseThrow();
            tokens.add(new Token(found.group(), kind));
            end = found.end();
        }
        if (end < code.length()) {
            tokens.add(new Token(code.substring(end), null));
        }
        return tokens;
    }
}
