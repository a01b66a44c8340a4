package com.shadowlanes.httpcodes.render;

import com.shadowlanes.httpcodes.site.Brief;
import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.Problem;
import com.shadowlanes.httpcodes.site.Representation;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.ValueResolver;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The templates of the pages, each of which may have a second one for what the page says in Markdown. The engine is built by
 * hand because Quarkus's own needs configuration that does not exist yet while the native image is built; the templates are
 * where Quarkus looks for them, so it still checks every expression.
 */
// What templates read at run time, by reflection.
@RegisterForReflection(
        targets = {
            Page.class,
            Group.class,
            Assets.class,
            Problem.class,
            Prose.class,
            Prose.Span.class,
            Token.class,
            Brief.class
        })
public final class Templates {
    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(ValueResolvers.rawResolver())
            .addValueResolver(onText("plain", TextExtensions::plain))
            .addValueResolver(onText("inJson", TextExtensions::inJson))
            .addValueResolver(onText("messageTokens", TextExtensions::messageTokens))
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(Templates::locate)
            .build();

    /** What {@link TextExtensions} has, for this engine. */
    private static ValueResolver onText(String name, Function<String, Object> method) {
        return ValueResolver.builder()
                .applyToBaseClass(String.class)
                .applyToName(name)
                .resolveSync(context -> method.apply((String) context.getBase()))
                .build();
    }

    /** A page. */
    public Representation page(String name, UnaryOperator<TemplateInstance> data) {
        return new Representation(
                Representation.HTML,
                data.apply(engine.getTemplate(name).instance()).render());
    }

    /** What a page says, in Markdown; its template has the data {@code site}, which begins absolute URLs. */
    public String markdown(String name, UnaryOperator<TemplateInstance> data) {
        return data.apply(engine.getTemplate(name + ".md").instance().data("site", Paths.SITE_URL))
                .render();
    }

    /** A page and, made from a second template with the same data, what it says in Markdown and in plain text. */
    public List<Representation> forms(String name, String path, UnaryOperator<TemplateInstance> data) {
        String markdown = markdown(name, data);
        return List.of(
                page(name, data),
                new Representation(Representation.TEXT, PlainText.of(markdown)).at(path + ".txt"),
                new Representation(Representation.MARKDOWN, markdown).at(path + ".md"));
    }

    /** Parses templates now that will be rendered when there are no files any more. */
    public Templates parsed(String... names) {
        for (String name : names) {
            engine.getTemplate(name);
        }
        return this;
    }

    private static Optional<TemplateLocation> locate(String id) {
        String file = id.contains(".") ? id : id + ".html";
        Variant variant = Variant.forContentType(file.endsWith(".html") ? Variant.TEXT_HTML : "text/markdown");
        return read("/templates/" + file).map(text -> new TemplateLocation() {
            @Override
            public Reader read() {
                return new StringReader(text);
            }

            @Override
            public Optional<Variant> getVariant() {
                return Optional.of(variant);
            }
        });
    }

    private static Optional<String> read(String file) {
        try (InputStream text = Templates.class.getResourceAsStream(file)) {
            return text == null
                    ? Optional.empty()
                    : Optional.of(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
