package com.shadowlanes.httpcodes.site;

import com.shadowlanes.httpcodes.catalog.StatusCode;
import java.util.List;

/**
 * What every page has around its content.
 *
 * @param path its own, to be added to the site's URL; null for a page that search engines are to leave out
 * @param description for search engines and link previews, at most 160 characters
 * @param menu all codes by class
 * @param open the key of the menu's group that is unfolded, or null
 * @param current the code that the page is about, or 0
 * @param assets where the page finds what it loads
 */
public record Page(
        String path, String title, String description, List<Group> menu, String open, int current, Site.Assets assets) {

    /**
     * Codes under one heading.
     *
     * @param key {@code 1xx} to {@code 5xx}, {@code registered} or {@code unofficial}: unique on a page
     * @param digit the class that the heading takes its colour from, or 0 for several classes
     */
    public record Group(String key, int digit, String title, String gist, List<StatusCode> codes) {
        static final String UNOFFICIAL = "unofficial";

        /** Whether there is a page at its key: that of a class. */
        public boolean hasPage() {
            return key.endsWith("xx");
        }
    }

    /**
     * One of two codes that are compared.
     *
     * @param comparison the name of the comparison
     * @param example where this one is right
     */
    public record Side(String comparison, StatusCode code, String example) {}

    /** The address of the picture for link previews, 1200 by 630 pixels; null for a page that is about no single code. */
    public String picture() {
        return current == 0 ? null : Site.URL + "/" + current + ".png";
    }

    /** The address that search engines are to remember. */
    public String url() {
        return Site.URL + path;
    }
}
