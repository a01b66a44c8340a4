package com.shadowlanes.httpcodes.web;

import com.shadowlanes.httpcodes.catalog.DatasetReader;
import com.shadowlanes.httpcodes.generate.SiteGenerator;
import com.shadowlanes.httpcodes.generate.SiteGenerator.Generated;
import com.shadowlanes.httpcodes.render.Pages;
import com.shadowlanes.httpcodes.site.Site;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The one class that joins what runs while the function is built to what runs for each request: Quarkus runs its static
 * initialiser while it builds the native image, so that the function has the site and neither the dataset nor the generator.
 */
@Singleton
class BuiltSite {
    private static final Generated GENERATED = SiteGenerator.generate(DatasetReader.read());

    @Produces
    @Singleton
    @Startup // a broken dataset stops the start, not the first request
    Site site() {
        return GENERATED.site();
    }

    @Produces
    @Singleton
    Pages pages() {
        return GENERATED.pages();
    }
}
