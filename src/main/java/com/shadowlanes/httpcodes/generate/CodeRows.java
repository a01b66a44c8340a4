package com.shadowlanes.httpcodes.generate;

import com.shadowlanes.httpcodes.catalog.StatusCode;
import java.util.List;

/**
 * Rows of the table of all codes that have something in common.
 *
 * @param title the class, or whoever defined the codes
 * @param path of the page about the class, or null
 */
public record CodeRows(String title, String path, List<StatusCode> codes) {}
