package com.shadowlanes.httpcodes.generate;

import com.shadowlanes.httpcodes.site.Brief;

/** A page that is also about another code. */
public record Link(String path, Brief code) {}
