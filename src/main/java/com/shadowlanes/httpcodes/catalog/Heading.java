package com.shadowlanes.httpcodes.catalog;

/**
 * A heading above codes that are not listed by class.
 *
 * @param key names it in URLs and in the generator
 * @param gist what the codes have in common, in a few words
 */
public record Heading(String key, String title, String gist) {
    /** @throws IllegalArgumentException naming the member that is missing */
    public Heading {
        Check.present("key", key);
        Check.present("title", title);
        Check.present("gist", gist);
    }
}
