package com.shadowlanes.httpcodes.web;

import com.shadowlanes.httpcodes.render.ThemeScript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What headers say of every response, whoever makes it: what browsers may do with it, and for how long caches keep it. */
public final class HeaderPolicy {
    /** For how long browsers, and for how much longer the edge, may keep a document. */
    static final String DOCUMENT = "public, max-age=300, s-maxage=86400, stale-while-revalidate=86400";

    /** An asset's path changes with its content. */
    static final String ASSET = "public, max-age=31536000, immutable";

    static final String REDIRECT = "max-age=300";
    static final String MINUTE = "max-age=60";
    public static final String NO_STORE = "no-store";

    private static final String CACHE_CONTROL = "Cache-Control";

    /** Pages load nothing from elsewhere, and are in no frame. Any origin may read everything: nothing here is private. */
    private static final List<Map.Entry<String, String>> ALWAYS = List.of(
            Map.entry(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; script-src 'self' " + ThemeScript.HASH
                            + "; img-src 'self'; connect-src 'self';"
                            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
            Map.entry("X-Content-Type-Options", "nosniff"),
            Map.entry("Referrer-Policy", "strict-origin-when-cross-origin"),
            Map.entry("Strict-Transport-Security", "max-age=31536000"),
            Map.entry("Access-Control-Allow-Origin", "*"),
            Map.entry("Access-Control-Expose-Headers", "ETag, Link, Content-Location"));

    private HeaderPolicy() {}

    /**
     * Sets the headers that every response has.
     *
     * @param hasCacheControl whether the response says itself for how long it may be kept: otherwise no one keeps it
     */
    static void apply(boolean hasCacheControl, BiConsumer<String, String> set) {
        ALWAYS.forEach(header -> set.accept(header.getKey(), header.getValue()));
        if (!hasCacheControl) {
            set.accept(CACHE_CONTROL, NO_STORE);
        }
    }

    /** The response with the headers that every response has. */
    public static HttpResponse apply(HttpResponse response) {
        Map<String, String> headers = new LinkedHashMap<>();
        apply(response.headers().containsKey(CACHE_CONTROL), headers::put);
        headers.putAll(response.headers());
        return new HttpResponse(response.status(), headers, response.content());
    }

    /** What answers a CORS preflight, and whoever else asks with OPTIONS: any origin may send any header. */
    static HttpResponse options(Set<String> methods) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Allow", String.join(", ", methods));
        headers.put("Access-Control-Allow-Methods", String.join(", ", methods));
        headers.put("Access-Control-Allow-Headers", "*");
        headers.put("Access-Control-Max-Age", "86400");
        headers.put("Content-Length", "0");
        return new HttpResponse(200, headers, null);
    }
}
