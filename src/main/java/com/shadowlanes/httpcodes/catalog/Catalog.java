package com.shadowlanes.httpcodes.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/** The dataset, read and checked ({@link DatasetReader}): the only door to {@code codes/*.yaml} and {@code tables/*.yaml}. */
public final class Catalog {
    private final NavigableMap<Integer, StatusCode> codes;
    private final List<Comparison> comparisons;
    private final List<Question> questions;

    Catalog(Collection<StatusCode> codes, List<Comparison> comparisons, List<Question> questions) {
        NavigableMap<Integer, StatusCode> byNumber = new TreeMap<>();
        codes.forEach(code -> byNumber.put(code.code(), code));
        this.codes = Collections.unmodifiableNavigableMap(byNumber);
        this.comparisons = comparisons;
        this.questions = questions;
    }

    /**
     * Reads every file of the dataset, and follows every reference from one to another.
     *
     * @throws IllegalArgumentException naming the file that is wrong, where in it, and what is wrong
     */
    public static Catalog load() {
        return new DatasetReader(Catalog::resource).catalog();
    }

    private static Optional<byte[]> resource(String file) {
        try (InputStream resource = Catalog.class.getResourceAsStream("/" + file)) {
            return resource == null ? Optional.empty() : Optional.of(resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** The same codes with what lists and searches show of them, and with empty texts. */
    public Catalog withoutTexts() {
        return new Catalog(codes.values().stream().map(StatusCode::withoutTexts).toList(), List.of(), List.of());
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

    /** The pairs that are compared, ascending. */
    public List<Comparison> comparisons() {
        return comparisons;
    }

    /** The comparisons of a code with others, ascending. */
    public List<Comparison> comparisons(StatusCode code) {
        return comparisons.stream()
                .filter(comparison -> comparison.codes().contains(code.code()))
                .toList();
    }

    /** The questions of the guide; {@link Question#START} is the first to ask. */
    public List<Question> questions() {
        return questions;
    }

    /** @throws NoSuchElementException naming a question that is not in the catalog */
    public Question question(String id) {
        return questions.stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("tables/questions.yaml has no question " + id));
    }

    /** The code before this one. */
    public Optional<StatusCode> previous(StatusCode code) {
        return Optional.ofNullable(codes.lowerEntry(code.code())).map(entry -> entry.getValue());
    }

    /** The code after this one. */
    public Optional<StatusCode> next(StatusCode code) {
        return Optional.ofNullable(codes.higherEntry(code.code())).map(entry -> entry.getValue());
    }

    /** The codes whose numbers are closest to this one, ascending, at most {@code count} of them. */
    public List<StatusCode> nearest(int number, int count) {
        return codes.values().stream()
                .sorted(Comparator.comparingInt(code -> Math.abs(code.code() - number)))
                .limit(count)
                .sorted(Comparator.comparingInt(StatusCode::code))
                .toList();
    }
}
