package com.shadowlanes.httpcodes.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The class that the first digit of a status code stands for (RFC 9110 §15). A client treats a code that it does not know
 * as the x00 of its class.
 *
 * @param label {@code 1xx} to {@code 5xx}
 * @param title the name that RFC 9110 gives the class
 * @param gist what the class says, in a few words
 * @param meaning what all its codes have in common, in two sentences
 */
public record StatusClass(@JsonProperty("class") String label, String title, String gist, String meaning) {
    /** @throws IllegalArgumentException naming the member that is missing or wrong */
    public StatusClass {
        Check.present("class", label);
        Check.present("title", title);
        Check.present("gist", gist);
        Check.present("meaning", meaning);
        if (!label.matches("[1-5]xx")) {
            throw new IllegalArgumentException("class must be 1xx to 5xx, not " + label);
        }
    }

    /** The first digit of its codes, 1 to 5. */
    public int digit() {
        return label.charAt(0) - '0';
    }

    /** The code that stands for every unknown one of this class. */
    public int fallback() {
        return digit() * 100;
    }
}
