package com.shadowlanes.httpcodes.generate;

/**
 * A step of the way to a question of the guide.
 *
 * @param path of the question that was answered
 * @param answer that was given
 */
public record Crumb(String path, String answer) {}
