package com.shadowlanes.httpcodes.render;

/**
 * What all pages load, and what they say about the site.
 *
 * @param theme lines of JavaScript that stand in the page, so that it is never painted in the wrong colours
 * @param repository the address of the source code, where the build knows it; otherwise null
 * @param checked the last day on which someone compared a fact with its source
 */
public record Assets(
        String stylesheet, String script, String searchIndex, String theme, String repository, String checked) {}
