package com.shadowlanes.httpcodes.generate;

import com.shadowlanes.httpcodes.site.Brief;

/**
 * An answer to a question of the guide, for a page.
 *
 * @param path of what follows: another question or a code
 * @param code that was found, or null
 * @param reason why it is this code; null where another question follows
 */
public record Step(String answer, String path, Brief code, String reason) {}
