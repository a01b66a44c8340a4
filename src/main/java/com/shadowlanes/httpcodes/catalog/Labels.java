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
                        use.seenBy(),
                        use.redirect() == null ? null : use.redirect().method(),
                        use.content(),
                        use.cacheability(),
                        use.retry() == null ? null : use.retry().advice())
                .filter(Objects::nonNull)
                .map(facts::get)
                .toList();
    }

    public String state(Use use) {
        return facts.get(use.state()).text();
    }
}
