package com.shadowlanes.httpcodes.catalog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What people call the values of the dataset ({@code tables/labels.yaml}).
 *
 * @param facts for each value, the name of its member and its own
 */
public record Labels(Map<Enum<?>, Fact> facts) {
    /** What can be told of a use at a glance. */
    public List<Fact> glance(Use use) {
        return Stream.of(
                        use.retry() == null ? null : use.retry().advice(),
                        use.cacheability(),
                        use.content(),
                        use.redirect() == null ? null : use.redirect().method(),
                        use.inStatusLine() ? null : use.seenBy())
                .filter(Objects::nonNull)
                .map(facts::get)
                .toList();
    }

    /** Whether a retry can help, or null where nothing is said of it. */
    public String retry(Use use) {
        return use.retry() == null ? null : facts.get(use.retry().advice()).text();
    }

    /** Whether caches keep the response, or null where nothing is said of it. */
    public String cacheability(Use use) {
        return use.cacheability() == null ? null : facts.get(use.cacheability()).text();
    }

    /** What a keyword of a specification means for whoever sends the header. */
    public String requirement(Use.Field.Requirement requirement) {
        return facts.get(requirement).text();
    }

    public String state(Use use) {
        return facts.get(use.state()).text();
    }
}
