package com.shadowlanes.httpcodes.render;

/** Paths of what pages load. */
public record Assets(String stylesheet, String script, String searchIndex) {}
