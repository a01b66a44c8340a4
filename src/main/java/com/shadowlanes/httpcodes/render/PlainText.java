package com.shadowlanes.httpcodes.render;

import com.shadowlanes.httpcodes.site.Paths;
import org.apache.commons.text.WordUtils;

/** Lays out the Markdown of this site for a terminal. */
public final class PlainText {
    private static final int COLUMNS = 80;
    private static final String FENCE = "```";

    /** What stands below a heading, by its level. */
    private static final String UNDERLINES = "=-~.";

    private PlainText() {}

    /**
     * Lines of at most 80 columns, but for words, URLs and messages that are longer.
     *
     * @param markdown headings, paragraphs of one line, items of one line and fenced code; nothing nested
     */
    public static String of(String markdown) {
        StringBuilder text = new StringBuilder();
        boolean fenced = false;
        for (String line : markdown.split("\n")) {
            if (line.startsWith(FENCE)) {
                fenced = !fenced;
            } else if (fenced) {
                text.append(("    " + line).stripTrailing()).append('\n');
            } else {
                text.append(laidOut(withoutLinks(line))).append('\n');
            }
        }
        return text.toString();
    }

    private static String laidOut(String line) {
        if (line.startsWith("#")) {
            int level = line.indexOf(' ');
            String heading = line.substring(level + 1);
            return heading + "\n" + UNDERLINES.substring(level - 1, level).repeat(heading.length());
        }
        boolean item = line.startsWith("- ");
        String indent = item ? "  " : "";
        String words = line.replaceFirst("^[->] ", "");
        return (item ? "- " : "") + WordUtils.wrap(words, COLUMNS - indent.length(), "\n" + indent, false);
    }

    /** A link shows where it leads, unless that is another text of the site. */
    private static String withoutLinks(String line) {
        return line.replaceAll("\\[([^]]+)]\\(" + Paths.SITE_URL + "[^)]*\\.md\\)", "$1")
                .replaceAll("\\[([^]]+)]\\(([^)]+)\\)", "$1 <$2>");
    }
}
