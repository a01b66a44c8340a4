package com.shadowlanes.httpcodes.generate;

import com.shadowlanes.httpcodes.render.Page;
import com.shadowlanes.httpcodes.site.Paths;

/** The API explained for people: a page, text and Markdown. */
final class ApiGenerator implements Generator {
    @Override
    public void generate(Context context, Output output) {
        Page page = context.frame().at(Paths.API);
        output.put(Paths.API, context.templates().forms("api", Paths.API, template -> template.data("page", page)
                .data("site", Paths.SITE_URL)));
    }
}
