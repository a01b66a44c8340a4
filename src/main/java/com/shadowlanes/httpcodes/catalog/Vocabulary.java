package com.shadowlanes.httpcodes.catalog;

import java.util.Map;

/**
 * The words for the values that a member of the dataset can have.
 *
 * @param member the member of a {@link Use}
 * @param title what the member is called
 * @param labels for each value, as the dataset writes it, what it is called: prose like that of a {@link Use}
 */
record Vocabulary(String member, String title, Map<String, String> labels) {
    Vocabulary {
        Check.present("member", member);
        Check.present("title", title);
        Check.present("labels", labels);
    }
}
