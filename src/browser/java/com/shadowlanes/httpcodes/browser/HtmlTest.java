package com.shadowlanes.httpcodes.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.shadowlanes.httpcodes.catalog.DatasetReader;
import com.shadowlanes.httpcodes.generate.SiteGenerator;
import com.shadowlanes.httpcodes.generate.SiteGenerator.Generated;
import com.shadowlanes.httpcodes.site.ProblemKind;
import com.shadowlanes.httpcodes.site.Representation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;

/** The Nu HTML Checker on every page: those that are finished, and one of each kind that is made for a request. */
class HtmlTest {
    private static final Generated GENERATED = SiteGenerator.generate(DatasetReader.read());

    @Test
    void everyPageIsValid() throws Exception {
        Map<String, String> pages = new LinkedHashMap<>();
        GENERATED.site().paths().forEach(path -> {
            Representation form = GENERATED.site().at(path).get(0);
            if (form.mediaType().equals(Representation.HTML)) {
                pages.put(path, form.content());
            }
        });
        assertTrue(pages.size() > 150, pages.size() + " pages");
        pages.put("/?q=<b>", GENERATED.pages().found("<b>", List.of()).content());
        for (ProblemKind kind : List.of(ProblemKind.CODE_NOT_ASSIGNED, ProblemKind.NOTHING_THERE)) {
            Map<String, String> values = Map.of("path", "/<a>", "code", "477", "class", "4xx", "fallback", "400");
            pages.put(
                    kind.id(),
                    GENERATED
                            .pages()
                            .problem(GENERATED
                                    .site()
                                    .problem(
                                            kind,
                                            values,
                                            List.of(GENERATED.site().codes().get(404))))
                            .content());
        }
        StringBuilder found = new StringBuilder();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            EmbeddedValidator checker = new EmbeddedValidator();
            checker.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
            String messages =
                    checker.validate(new ByteArrayInputStream(page.getValue().getBytes(StandardCharsets.UTF_8)));
            messages.lines().limit(5).forEach(line -> found.append(page.getKey() + " " + line + "\n"));
        }
        assertEquals("", found.toString());
    }
}
