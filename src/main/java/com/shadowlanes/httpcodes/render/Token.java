package com.shadowlanes.httpcodes.render;

/**
 * A piece of code, for its colour.
 *
 * @param kind a class of the style sheet: {@code o} an option, {@code s} a string, {@code n} the name of a header or a
 *     member, {@code k} what the line is about; null for all the rest
 */
public record Token(String text, String kind) {}
