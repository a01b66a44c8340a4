package com.shadowlanes.httpcodes.render;

import java.util.List;

/**
 * What all pages have around their content, and what the front page has in every state.
 *
 * @param wanted the codes that people ask for most
 */
public record Frame(List<Group> menu, Group wanted, Assets assets) {
    /** A page that search engines are to leave out. */
    public Page unlisted() {
        return new Page(null, menu, null, 0, assets);
    }

    /** A page at a path. */
    public Page at(String path) {
        return new Page(path, menu, null, 0, assets);
    }

    /**
     * A page that the menu leads to.
     *
     * @param open the key of the menu's group that is unfolded
     * @param current the code that the page is about, or 0
     */
    public Page at(String path, String open, int current) {
        return new Page(path, menu, open, current, assets);
    }
}
