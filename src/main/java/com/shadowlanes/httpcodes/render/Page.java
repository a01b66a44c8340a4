package com.shadowlanes.httpcodes.render;

import com.shadowlanes.httpcodes.site.Paths;
import java.util.List;

/**
 * What every page has around its content.
 *
 * @param path its own, to be added to the site's URL; null for a page that search engines are to leave out
 * @param menu all codes by class
 * @param open the key of the menu's group that is unfolded, or null
 * @param current the code that the page is about, or 0
 * @param assets where the page finds what it loads
 */
public record Page(String path, List<Group> menu, String open, int current, Assets assets) {
    /** The address of the picture for link previews, 1200 by 630 pixels: its own, or that of the site. */
    public String picture() {
        boolean hasOwn = current != 0 || path.startsWith(Paths.COMPARISONS + "/");
        return Paths.url(hasOwn ? path + ".png" : Paths.PICTURE);
    }

    /** The address that search engines are to remember. */
    public String url() {
        return Paths.url(path);
    }
}
