package com.shadowlanes.httpcodes.site;

/**
 * What lists and search results show of a status code.
 *
 * @param code 100 to 999
 * @param reasonPhrase that of its main use, as it is registered or sent
 * @param name what people call it: the reason phrase, and other names where that is only "(Unused)"
 * @param definedBy who gave it its main use; null for a registered code
 * @param summary what it means and what to do next, at most 160 characters
 */
public record Brief(int code, String reasonPhrase, String name, String definedBy, String summary) {
    /** {@code 404 Not Found}. */
    public String title() {
        return code + " " + name;
    }

    public String path() {
        return Paths.code(code);
    }

    /** 1 to 5, or 0 outside the classes: what a page takes the colour of the code from. */
    public int classDigit() {
        return code < 600 ? code / 100 : 0;
    }
}
