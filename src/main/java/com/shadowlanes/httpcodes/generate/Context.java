package com.shadowlanes.httpcodes.generate;

import com.shadowlanes.httpcodes.catalog.Catalog;
import com.shadowlanes.httpcodes.render.Frame;
import com.shadowlanes.httpcodes.render.Templates;
import com.shadowlanes.httpcodes.site.Codes;

/**
 * What documents are made from.
 *
 * @param codes those of the catalog in brief
 * @param frame what all pages have around their content
 */
record Context(Catalog catalog, Codes codes, Templates templates, Frame frame) {}
