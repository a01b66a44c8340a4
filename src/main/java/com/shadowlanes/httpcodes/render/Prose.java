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

    /** What someone may want to copy into a shell: a program with at least two words, or with an address. */
    private static final Pattern COMMAND =
            Pattern.compile("`((?:aws|curl|certbot|dig|docker|fail2ban-client|for|git|iptables"
                    + "|kubectl|namei|nginx|openssl|ping|rsync|ss) (?:[^`]*://|[^` ]+ )[^`]+)`");

    /** In characters: what fits into a card on the narrowest phone. */
    private static final int LONGEST_UNBROKEN = 26;

    /**
     * A piece of a text.
     *
     * @param code whether it is to be set as code
     * @param link the path of the page that the piece names, or null
     */
    public record Span(String text, boolean code, String link) {
        /** Whether code is too long to stay on one line of a phone. */
        public boolean isLong() {
            return text.length() > LONGEST_UNBROKEN;
        }

        /** The code's pieces: between them a line may break, and not in an option. */
        public List<Token> tokens() {
            return CodeTokens.command(text);
        }
    }

    /**
     * A paragraph, or a command that stands on a line of its own.
     *
     * @param text prose, or the command
     */
    public record Block(String text, boolean command) {
        /** The command's pieces. */
        public List<Token> tokens() {
            return CodeTokens.command(text);
        }
    }

    /**
     * A text as paragraphs and commands. A command that ends its sentence after a colon leaves the paragraph; another one
     * stays where the sentence needs it, and follows the paragraph to be copied.
     */
    public List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        List<Block> commands = new ArrayList<>();
        int start = 0;
        Matcher found = COMMAND.matcher(text);
        while (found.find()) {
            Block command = new Block(found.group(1), true);
            if (text.startsWith(": ", found.start() - 2) && text.startsWith(".", found.end())) {
                blocks.add(new Block(text.substring(start, found.start() - 1), false));
                blocks.addAll(commands);
                blocks.add(command);
                commands.clear();
                start = found.end() + 1;
            } else if (!commands.contains(command)) {
                commands.add(command);
            }
        }
        if (!text.substring(start).isBlank()) {
            blocks.add(new Block(text.substring(start).strip(), false));
        }
        blocks.addAll(commands);
        return blocks;
    }

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
