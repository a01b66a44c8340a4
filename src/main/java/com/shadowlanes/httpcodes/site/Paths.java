package com.shadowlanes.httpcodes.site;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How the paths of the site are formed. A fixed path to which nothing else refers stands where it is published. */
public final class Paths {
    /** The beginning of every absolute URL; a deployment puts its own in its place. */
    public static final String SITE_URL = "https://httpcodes.shadowlanes.com";

    public static final String HOME = "/";
    public static final String CODES = "/codes";
    public static final String COMPARISONS = "/compare";
    public static final String GUIDE = "/choose";

    /** The API explained for people. */
    public static final String API = "/api";

    public static final String OPENAPI = "/openapi.json";
    public static final String SCHEMA = "/schema/code.json";

    /** What the service worker shows instead of a page that it does not have; not for search engines. */
    public static final String OFFLINE = "/offline";

    /** Which links browsers may load before someone follows them. */
    public static final String SPECULATION_RULES = "/speculation-rules.json";

    /** The picture of pages that have none of their own, for link previews. */
    public static final String PICTURE = "/site.png";

    /** The search for programs; the query is its {@code q}. */
    public static final String SEARCH = "/search.json";

    private static final Pattern ASSET = Pattern.compile("/assets/[a-z]+\\.[0-9a-f]{12}\\.[a-z]+");

    /** How a path ends that has one form only, which is not for people with a browser. */
    private static final Pattern FORM = Pattern.compile("(\\.problem)?\\.(json|txt|md|csv|css|js|xml|svg|png)$");

    private static final Pattern COMPARISON = Pattern.compile("^" + COMPARISONS + "/([0-9]{3})-vs-([0-9]{3})(?=$|\\.)");

    /** The ways in which paths are often written, in the order in which they are put right, and what becomes of them. */
    private static final List<Map.Entry<Pattern, String>> SPELLINGS = List.of(
            Map.entry(Pattern.compile("/{2,}"), "/"),
            Map.entry(Pattern.compile("(?<=.)/$"), ""),
            Map.entry(Pattern.compile("\\.html?$"), ""),
            Map.entry(Pattern.compile("(?i)^/http[-_]?(?=[0-9]{3}$)"), "/"),
            Map.entry(Pattern.compile("^" + GUIDE + "/start(?=$|\\.)"), GUIDE),
            Map.entry(Pattern.compile("^/favicon\\.ico$"), "/favicon.svg"));

    private Paths() {}

    /** @param code three digits */
    public static String code(int code) {
        return "/" + code;
    }

    /** @param label {@code 1xx} to {@code 5xx} */
    public static String statusClass(String label) {
        return "/" + label;
    }

    /** @param name the two codes, as in {@code 401-vs-403} */
    public static String comparison(String name) {
        return COMPARISONS + "/" + name;
    }

    /** @param id of a question of the guide that is not its first, which is at {@link #GUIDE} */
    public static String question(String id) {
        return GUIDE + "/" + id;
    }

    /**
     * A path that changes with the content, so that the file can be kept permanently.
     *
     * @param file a name with an extension
     */
    public static String asset(String file, String hash) {
        int dot = file.lastIndexOf('.');
        return "/assets/" + file.substring(0, dot) + "." + hash + file.substring(dot);
    }

    /** Whether there is, or was with another hash, an asset. */
    public static boolean isAsset(String path) {
        // Every request asks this, and a pattern is slow to say no.
        return path.startsWith("/assets/") && ASSET.matcher(path).matches();
    }

    /** Whether two paths of assets differ in their hashes at most. */
    static boolean isSameAsset(String path, String other) {
        return withoutHash(path).equals(withoutHash(other));
    }

    private static String withoutHash(String asset) {
        return asset.replaceFirst("\\.[0-9a-f]{12}(?=\\.)", "");
    }

    /** Whether a path names its form, so that nothing is negotiated there. */
    public static boolean isForm(String path) {
        return FORM.matcher(path).find();
    }

    /** A path without the form that it names. */
    public static String withoutForm(String path) {
        return FORM.matcher(path).replaceFirst("");
    }

    public static String url(String path) {
        return SITE_URL + path;
    }

    /** The one path that is meant by the ways in which it is often written. */
    public static String canonical(String path) {
        String canonical = path;
        for (Map.Entry<Pattern, String> spelling : SPELLINGS) {
            canonical = spelling.getKey().matcher(canonical).replaceAll(spelling.getValue());
        }
        return canonical;
    }

    /** A comparison's path with its two codes in the other order; another path as it is. */
    public static String withCodesSwapped(String path) {
        return COMPARISON.matcher(path).replaceFirst(COMPARISONS + "/$2-vs-$1");
    }
}
