package com.shadowlanes.httpcodes.generate;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.shadowlanes.httpcodes.catalog.Catalog;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import com.shadowlanes.httpcodes.catalog.Use;
import com.shadowlanes.httpcodes.site.Search;
import com.shadowlanes.httpcodes.site.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the codes are found by. */
final class SearchIndex {
    private SearchIndex() {}

    static Search of(Catalog catalog) {
        Map<String, Long> spread = catalog.all().stream()
                .flatMap(code -> textWords(code).stream())
                .collect(groupingBy(Function.identity(), counting()));
        // What stands in every twelfth text tells no code from another, and the browser would have to load it.
        Predicate<String> isTelling = word -> word.length() > 2
                && spread.getOrDefault(word, 0L) <= catalog.all().size() / 12 + 1;
        return new Search(
                catalog.all().stream().map(code -> entry(code, isTelling)).toList());
    }

    private static Search.Entry entry(StatusCode code, Predicate<String> isTelling) {
        String name = code.names();
        String definedBy = code.uses()
                .map(Use::definedBy)
                .filter(Objects::nonNull)
                .distinct()
                .collect(joining(", "));
        String summary = code.main().plainSummary();
        List<String> formerNames = code.formerReasonPhrases().stream()
                .map(former -> former.reasonPhrase())
                .toList();
        Set<String> rest = textWords(code);
        formerNames.stream().flatMap(Words::of).forEach(rest::add);
        Words.of(name + " " + definedBy + " " + summary).forEach(rest::remove);
        Set<String> otherNames = Stream.of(
                        code.otherUses().stream().map(Use::reasonPhrase),
                        formerNames.stream(),
                        code.constants().stream().map(constant -> constant.name()))
                .flatMap(Function.identity())
                .map(Words::name)
                .collect(toCollection(TreeSet::new));
        otherNames.remove(Words.name(code.main().reasonPhrase()));
        return new Search.Entry(
                code.code(),
                name,
                definedBy,
                summary,
                rest.stream().filter(isTelling).collect(joining(" ")),
                String.join(" ", otherNames));
    }

    private static Set<String> textWords(StatusCode code) {
        return code.uses()
                .flatMap(use -> Stream.of(use.summary(), use.meaning()))
                .flatMap(Words::of)
                .collect(toCollection(TreeSet::new));
    }

    /** What the script searches: a row a code, with the members of {@link Search.Entry} in their order. */
    static String json(Search search) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (Search.Entry entry : search.entries()) {
            rows.addArray()
                    .add(entry.code())
                    .add(entry.name())
                    .add(entry.definedBy())
                    .add(entry.summary())
                    .add(entry.words())
                    .add(entry.otherNames());
        }
        return rows.toString();
    }
}
