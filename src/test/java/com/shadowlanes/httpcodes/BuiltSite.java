package com.shadowlanes.httpcodes;

import com.shadowlanes.httpcodes.catalog.Catalog;
import com.shadowlanes.httpcodes.catalog.DatasetReader;
import com.shadowlanes.httpcodes.generate.SiteGenerator;
import com.shadowlanes.httpcodes.generate.SiteGenerator.Generated;
import com.shadowlanes.httpcodes.render.Pages;
import com.shadowlanes.httpcodes.site.Site;

/** The catalog and what is made of it, once for all tests that look at it without a server. */
public final class BuiltSite {
    public static final Catalog CATALOG = DatasetReader.read();
    private static final Generated GENERATED = SiteGenerator.generate(CATALOG);
    public static final Site SITE = GENERATED.site();
    public static final Pages PAGES = GENERATED.pages();

    private BuiltSite() {}
}
