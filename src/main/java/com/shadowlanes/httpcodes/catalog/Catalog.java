package com.shadowlanes.httpcodes.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.shadowlanes.httpcodes.catalog.StatusCode.Constant;
import com.shadowlanes.httpcodes.catalog.StatusCode.FormerReasonPhrase;
import com.shadowlanes.httpcodes.catalog.StatusCode.RetryClient;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The dataset, read and checked: the only door to {@code codes/*.yaml} and {@code tables/*.yaml}. */
public final class Catalog {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final NavigableMap<Integer, StatusCode> codes;
    private final List<Comparison> comparisons;
    private final List<Question> questions;

    /** A row of {@code tables/former-reason-phrases.yaml}. */
    private record FormerRow(int code, String reasonPhrase, Source source) {}

    /** A library of {@code tables/constants.yaml}: for each code its names, and those that the library deprecates. */
    private record Library(
            String language,
            String library,
            String version,
            Map<Integer, List<String>> names,
            Map<Integer, List<String>> deprecated) {
        Library {
            deprecated = deprecated == null ? Map.of() : deprecated;
        }
    }

    /** A row of {@code tables/retry-clients.yaml}. */
    private record ClientRow(String name, String version, List<Integer> codes, String note, Source source) {}

    private Catalog(Collection<StatusCode> codes, List<Comparison> comparisons, List<Question> questions) {
        NavigableMap<Integer, StatusCode> byNumber = new TreeMap<>();
        codes.forEach(code -> byNumber.put(code.code(), code));
        this.codes = Collections.unmodifiableNavigableMap(byNumber);
        this.comparisons = comparisons;
        this.questions = questions;
    }

    /**
     * Reads every file of the dataset. The names are probed, because a class path cannot be listed. A table may speak only
     * of codes that have a file.
     *
     * @throws IllegalArgumentException naming the file that is wrong, and what is wrong with it
     * @throws NoSuchElementException naming the file that a table needs
     */
    public static Catalog load() {
        List<FormerRow> former = table("former-reason-phrases", new TypeReference<>() {});
        List<Library> libraries = table("constants", new TypeReference<>() {});
        List<ClientRow> clients = table("retry-clients", new TypeReference<>() {});
        List<StatusCode> codes = new ArrayList<>();
        for (int number = 100; number <= 999; number++) {
            int code = number;
            open("codes/" + code + ".yaml").ifPresent(yaml -> {
                List<Use> uses = uses(code, yaml);
                codes.add(new StatusCode(
                        code,
                        uses.get(0),
                        uses.subList(1, uses.size()),
                        former.stream()
                                .filter(row -> row.code == code)
                                .map(row -> new FormerReasonPhrase(row.reasonPhrase, row.source))
                                .toList(),
                        libraries.stream()
                                .flatMap(library -> constants(library, code))
                                .toList(),
                        clients.stream()
                                .filter(row -> row.codes.contains(code))
                                .map(row -> new RetryClient(row.name, row.version, row.note, row.source))
                                .toList()));
            });
        }
        Catalog catalog = new Catalog(
                codes, table("comparisons", new TypeReference<>() {}), table("questions", new TypeReference<>() {}));
        Stream.of(
                        former.stream().map(FormerRow::code),
                        libraries.stream()
                                .flatMap(library -> Stream.concat(
                                        library.names.keySet().stream(), library.deprecated.keySet().stream())),
                        clients.stream().flatMap(client -> client.codes.stream()),
                        catalog.comparisons.stream().flatMap(comparison -> comparison.codes().stream()),
                        catalog.questions.stream()
                                .flatMap(question -> question.answers().stream())
                                .map(Question.Answer::code)
                                .filter(Objects::nonNull))
                .flatMap(Function.identity())
                .forEach(catalog::get);
        catalog.questions.stream()
                .flatMap(question -> question.answers().stream())
                .map(Question.Answer::question)
                .filter(Objects::nonNull)
                .forEach(catalog::question);
        return catalog;
    }

    private static Stream<Constant> constants(Library library, int code) {
        return Stream.concat(
                library.names.getOrDefault(code, List.of()).stream()
                        .map(name -> new Constant(library.language, library.library, library.version, name, null)),
                library.deprecated.getOrDefault(code, List.of()).stream()
                        .map(name -> new Constant(library.language, library.library, library.version, name, true)));
    }

    /**
     * Reads one file of meanings.
     *
     * @throws IllegalArgumentException naming the file, and what is wrong with it
     */
    static List<Use> uses(int code, InputStream yaml) {
        String file = "codes/" + code + ".yaml";
        List<Use> uses = read(file, yaml, new TypeReference<>() {});
        if (uses == null || uses.isEmpty()) {
            throw new IllegalArgumentException(file + ": the file has no meaning in it");
        }
        return uses;
    }

    private static <T> List<T> table(String name, TypeReference<List<T>> type) {
        String file = "tables/" + name + ".yaml";
        return read(file, open(file).orElseThrow(() -> new IllegalArgumentException(file + " is missing")), type);
    }

    private static <T> List<T> read(String file, InputStream yaml, TypeReference<List<T>> type) {
        try (yaml) {
            return MAPPER.convertValue(new Load(LoadSettings.builder().build()).loadFromInputStream(yaml), type);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static Optional<InputStream> open(String file) {
        return Optional.ofNullable(Catalog.class.getResourceAsStream("/" + file));
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
        return find(code)
                .orElseThrow(() ->
                        new NoSuchElementException("there is no codes/" + code + ".yaml, and something refers to it"));
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
