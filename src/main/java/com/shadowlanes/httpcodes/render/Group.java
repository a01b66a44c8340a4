package com.shadowlanes.httpcodes.render;

import com.shadowlanes.httpcodes.site.Brief;
import java.util.List;

/**
 * Codes under one heading.
 *
 * @param key {@code 1xx} to {@code 5xx}, {@code registered} or {@code unofficial}: unique on a page
 * @param digit the class that the heading takes its colour from, or 0 for several classes
 * @param path of the page about what the codes have in common, or null
 */
public record Group(String key, int digit, String title, String gist, String path, List<Brief> codes) {}
