package com.shadowlanes.httpcodes.generate;

import com.shadowlanes.httpcodes.catalog.Use;
import com.shadowlanes.httpcodes.site.Brief;

/**
 * One of two codes that are compared.
 *
 * @param use its main use
 * @param example where this one is right
 */
public record Side(Brief code, Use use, String example) {}
