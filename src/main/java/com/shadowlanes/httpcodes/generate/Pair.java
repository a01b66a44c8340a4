package com.shadowlanes.httpcodes.generate;

import com.shadowlanes.httpcodes.site.Brief;
import java.util.List;

/**
 * Two codes that are compared, for a page.
 *
 * @param path of the page
 * @param decision how someone knows which of them is right
 * @param sides the two, the smaller code first
 * @param facts what can be told of both at a glance
 * @param others pairs of one of the two with another code
 */
public record Pair(String path, String decision, List<Side> sides, List<Row> facts, List<Link> others) {
    /** A fact about both; a text is null where nothing is said of one. */
    public record Row(String name, String first, String second) {
        public boolean same() {
            return first != null && first.equals(second);
        }
    }

    /** Another pair. */
    public record Link(String path, Brief first, Brief second) {}

    /** What decides: the first sentence, a question. */
    public String question() {
        return decision.substring(0, decision.indexOf('?') + 1);
    }

    /** What follows from the answer. */
    public String consequence() {
        return decision.substring(question().length()).strip();
    }
}
