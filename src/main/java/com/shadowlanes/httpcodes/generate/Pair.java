package com.shadowlanes.httpcodes.generate;

import java.util.List;

/**
 * Two codes that are compared, for a page.
 *
 * @param path of the page
 * @param decision how somebody knows which of them is right
 * @param sides the two, the smaller code first
 */
public record Pair(String path, String decision, List<Side> sides) {}
