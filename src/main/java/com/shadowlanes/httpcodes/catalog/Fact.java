package com.shadowlanes.httpcodes.catalog;

/** A fact that fits in a line: {@code Retry}, {@code Only after a change}. The text is prose like that of a {@link Use}. */
public record Fact(String name, String text) {}
