package com.shadowlanes.httpcodes.generate;

import com.shadowlanes.httpcodes.catalog.Catalog;
import com.shadowlanes.httpcodes.catalog.Heading;
import com.shadowlanes.httpcodes.catalog.StatusClass;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import com.shadowlanes.httpcodes.render.Group;
import com.shadowlanes.httpcodes.site.Brief;
import com.shadowlanes.httpcodes.site.Codes;
import com.shadowlanes.httpcodes.site.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** All codes under headings. */
final class Groups {
    private static final String REGISTERED = "registered";
    private static final String UNOFFICIAL = "unofficial";
    private static final String WANTED = "wanted";

    private Groups() {}

    /** The registered codes by class, then all others. */
    static List<Group> menu(Catalog catalog, Codes codes) {
        List<Group> groups = new ArrayList<>();
        for (StatusClass each : catalog.classes()) {
            groups.add(new Group(
                    each.label(),
                    each.digit(),
                    each.title(),
                    each.gist(),
                    Paths.statusClass(each.label()),
                    members(catalog, codes, code -> code.inRegistry() && each.equals(code.statusClass()))));
        }
        Heading unofficial = catalog.heading(UNOFFICIAL);
        groups.add(group(UNOFFICIAL, 0, unofficial, members(catalog, codes, code -> !code.inRegistry())));
        return groups;
    }

    /** The codes that people ask for most. */
    static Group wanted(Catalog catalog, Codes codes) {
        Heading wanted = catalog.heading(WANTED);
        return group(WANTED, 0, wanted, wanted.codes().stream().map(codes::get).toList());
    }

    /** The group of the menu that a code is in. */
    static String of(StatusCode code) {
        return code.inRegistry() ? code.statusClass().label() : UNOFFICIAL;
    }

    /** The codes of one class, the registered ones first. */
    static List<Group> of(StatusClass statusClass, Catalog catalog, Codes codes) {
        Predicate<StatusCode> isMember = code -> statusClass.equals(code.statusClass());
        return List.of(
                group(
                        REGISTERED,
                        statusClass.digit(),
                        catalog.heading(REGISTERED),
                        members(catalog, codes, isMember.and(StatusCode::inRegistry))),
                group(
                        UNOFFICIAL,
                        statusClass.digit(),
                        catalog.heading(UNOFFICIAL + "-of-class"),
                        members(catalog, codes, isMember.and(code -> !code.inRegistry()))));
    }

    private static Group group(String key, int digit, Heading heading, List<Brief> codes) {
        return new Group(key, digit, heading.title(), heading.gist(), null, codes);
    }

    private static List<Brief> members(Catalog catalog, Codes codes, Predicate<StatusCode> isMember) {
        return catalog.all().stream()
                .filter(isMember)
                .map(code -> codes.get(code.code()))
                .toList();
    }
}
