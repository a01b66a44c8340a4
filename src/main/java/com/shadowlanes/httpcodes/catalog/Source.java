package com.shadowlanes.httpcodes.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Where a fact stands and when someone last read it there.
 *
 * @param title {@code RFC 9110}, or the name of a vendor's page
 * @param section the section's number, or null where the whole page is meant
 * @param url the address; for an RFC it is derived from number and section
 * @param checked the day, as {@code 2026-11-23}
 */
public record Source(String title, String section, String url, String checked) {
    /** @throws IllegalArgumentException naming the member that is missing or wrong */
    public Source {
        Check.present("title", title);
        Check.present("checked", checked);
        try {
            LocalDate.parse(checked);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("checked must be a day like 2026-11-23, not " + checked, e);
        }
        if (url == null) {
            if (!title.matches("RFC [0-9]+") || section == null) {
                throw new IllegalArgumentException("url is missing (an RFC with a section needs none)");
            }
            url = "https://www.rfc-editor.org/rfc/rfc" + title.substring(4) + "#section-" + section;
        }
        if (!isAddress(url)) {
            throw new IllegalArgumentException("url must be an address that starts with https://, not " + url);
        }
    }

    private static boolean isAddress(String url) {
        try {
            URI uri = new URI(url);
            return "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Title and section in a few characters, for a label: {@code RFC 9110 §15.5.5}. */
    @JsonIgnore
    public String label() {
        return section == null ? title : title + " §" + section;
    }
}
