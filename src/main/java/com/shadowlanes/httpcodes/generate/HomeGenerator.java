package com.shadowlanes.httpcodes.generate;

import com.shadowlanes.httpcodes.render.Page;
import com.shadowlanes.httpcodes.render.PlainText;
import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.Representation;
import java.util.List;

/** The front page, and what the site has as text: for terminals there, for language models at {@code /llms.txt}. */
final class HomeGenerator implements Generator {
    @Override
    public void generate(Context context, Output output) {
        Page page = context.frame().at(Paths.HOME);
        String overview = context.templates().markdown("home", template -> template.data("page", page));
        output.put(
                Paths.HOME,
                List.of(
                        context.templates().page("home", template -> template.data("page", page)
                                .data("wanted", context.frame().wanted())
                                .data("query", null)
                                .data("found", List.of())),
                        new Representation(Representation.TEXT, PlainText.of(overview)),
                        new Representation(Representation.MARKDOWN, overview)));
        output.put(
                Paths.OFFLINE,
                context.templates()
                        .page(
                                "offline",
                                template ->
                                        template.data("page", context.frame().unlisted())));
        output.put(Paths.PICTURE, Representation.picture(Files.bytes("pictures" + Paths.PICTURE)));
        output.put("/llms.txt", new Representation(Representation.TEXT, overview));
    }
}
