package com.shadowlanes.httpcodes.render;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.List;

/** What templates can do with a text. */
@TemplateExtension
final class TextExtensions {
    private TextExtensions() {}

    /** A text without the backticks that mark code. */
    static String plain(String text) {
        return text.replace("`", "");
    }

    /** The pieces of an HTTP message, for their colours. */
    static List<Token> messageTokens(String message) {
        return CodeTokens.message(message);
    }

    /** A text as a part of a string in JSON, which may stand inside a script element. */
    static RawString inJson(String text) {
        return new RawString(new String(JsonStringEncoder.getInstance().quoteAsString(text)).replace("<", "\\u003c"));
    }
}
