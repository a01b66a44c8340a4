package com.shadowlanes.httpcodes.catalog;

import java.util.List;

/**
 * A heading above codes that are not listed by class.
 *
 * @param key names it in URLs and in the generator
 * @param gist what the codes have in common, in a few words
 * @param codes those under the heading, in their order; empty where a rule says which they are
 */
public record Heading(String key, String title, String gist, List<Integer> codes) {
    /** @throws IllegalArgumentException naming the member that is missing */
    public Heading {
        Check.present("key", key);
        Check.present("title", title);
        Check.present("gist", gist);
        codes = codes == null ? List.of() : List.copyOf(codes);
    }
}
