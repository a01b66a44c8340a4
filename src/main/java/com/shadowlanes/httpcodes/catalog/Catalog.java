package com.shadowlanes.httpcodes.catalog;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The dataset, read and checked.
 *
 * @param codes by number
 * @param classes of status codes, ascending
 * @param headings above codes that are not listed by class
 * @param labels what people call the values of the dataset
 * @param comparisons the pairs that are compared, ascending
 * @param questions of the guide; {@link Question#START} is the first to ask
 * @param problems what is said where a request cannot be served
 */
public record Catalog(
        NavigableMap<Integer, StatusCode> codes,
        List<StatusClass> classes,
        List<Heading> headings,
        Labels labels,
        List<Comparison> comparisons,
        List<Question> questions,
        List<ProblemRow> problems) {

    /** The day on which someone last read a source of the codes, as {@code 2026-11-23}. */
    public String updated() {
        return all().stream()
                .flatMap(StatusCode::uses)
                .map(use -> use.source().checked())
                .max(String::compareTo)
                .orElseThrow();
    }

    /** All codes, ascending. */
    public Collection<StatusCode> all() {
        return codes.values();
    }

    public Optional<StatusCode> find(int code) {
        return Optional.ofNullable(codes.get(code));
    }

    /** @throws NoSuchElementException naming a number that is not in the catalog */
    public StatusCode get(int code) {
        return find(code).orElseThrow(() -> new NoSuchElementException("there is no codes/" + code + ".yaml"));
    }

    /** The comparisons of a code with others, ascending. */
    public List<Comparison> comparisons(StatusCode code) {
        return comparisons.stream()
                .filter(comparison -> comparison.codes().contains(code.code()))
                .toList();
    }

    /** @throws NoSuchElementException naming a heading that is not in the catalog */
    public Heading heading(String key) {
        return headings.stream()
                .filter(heading -> heading.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("tables/headings.yaml has no heading " + key));
    }
}
