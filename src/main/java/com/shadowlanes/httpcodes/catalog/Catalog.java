package com.shadowlanes.httpcodes.catalog;

import com.shadowlanes.httpcodes.catalog.StatusCode.Constant;
import com.shadowlanes.httpcodes.catalog.StatusCode.FormerReasonPhrase;
import com.shadowlanes.httpcodes.catalog.StatusCode.RetryClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The dataset, read and checked: the only door to {@code codes/*.yaml} and {@code tables/*.yaml}. */
public final class Catalog {
    private final NavigableMap<Integer, StatusCode> codes;
    private final List<Comparison> comparisons;
    private final List<Question> questions;

    /** A row of {@code tables/former-reason-phrases.yaml}. */
    private record FormerRow(int code, String reasonPhrase, Source source) {
        FormerRow {
            Check.statusCode(code);
            Check.present("reasonPhrase", reasonPhrase);
            Check.present("source", source);
        }
    }

    /** A library of {@code tables/constants.yaml}: for each code its names, and those that the library deprecates. */
    private record Library(
            String language,
            String library,
            String version,
            Map<Integer, List<String>> names,
            Map<Integer, List<String>> deprecated) {
        Library {
            Check.present("language", language);
            Check.present("library", library);
            Check.present("version", version);
            Check.present("names", names);
            deprecated = deprecated == null ? Map.of() : deprecated;
            List<String> all = Stream.of(names, deprecated)
                    .flatMap(codes -> codes.values().stream())
                    .flatMap(List::stream)
                    .toList();
            Check.distinct("names or deprecated", all, Function.identity());
        }
    }

    /** A row of {@code tables/retry-clients.yaml}. */
    private record ClientRow(String name, String version, List<Integer> codes, String note, Source source) {
        ClientRow {
            Check.present("name", name);
            Check.present("version", version);
            Check.filled("codes", codes);
            Check.distinct("codes", codes, Function.identity());
            Check.present("note", note);
            Check.present("source", source);
        }
    }

    private Catalog(Collection<StatusCode> codes, List<Comparison> comparisons, List<Question> questions) {
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
        return load(Catalog::resource);
    }

    /**
     * The same for other files. Their names are probed, because a class path cannot be listed.
     *
     * @param files gives the content of a file by its name, or nothing where there is none
     */
    static Catalog load(Function<String, Optional<byte[]>> files) {
        DatasetFile<FormerRow> former = table(files, "former-reason-phrases", FormerRow.class);
        DatasetFile<Library> libraries = table(files, "constants", Library.class);
        DatasetFile<ClientRow> clients = table(files, "retry-clients", ClientRow.class);
        DatasetFile<Comparison> comparisons = table(files, "comparisons", Comparison.class);
        DatasetFile<Question> questions = table(files, "questions", Question.class);
        NavigableMap<Integer, DatasetFile<Use>> uses = new TreeMap<>();
        for (int number = 100; number <= 999; number++) {
            int code = number;
            String file = "codes/" + code + ".yaml";
            files.apply(file).ifPresent(yaml -> uses.put(code, new DatasetFile<>(file, yaml, Use.class)));
        }

        uses.forEach((code, file) -> checkUses(code, file, uses.keySet()));
        former.distinct("code, reasonPhrase and source", Function.identity());
        former.each((row, i) -> checkCode(former, row.code, uses.keySet(), i, "code"));
        libraries.distinct("language and library", library -> List.of(library.language, library.library));
        libraries.each((library, i) -> {
            library.names.keySet().forEach(code -> checkCode(libraries, code, uses.keySet(), i, "names", "" + code));
            library.deprecated
                    .keySet()
                    .forEach(code -> checkCode(libraries, code, uses.keySet(), i, "deprecated", "" + code));
        });
        clients.distinct("name", ClientRow::name);
        clients.each((client, i) -> checkCodes(clients, client.codes, uses.keySet(), i));
        comparisons.distinct("codes", Comparison::codes);
        comparisons.each((comparison, i) -> checkCodes(comparisons, comparison.codes(), uses.keySet(), i));
        checkQuestions(questions, uses.keySet());

        List<StatusCode> codes = new ArrayList<>();
        uses.forEach((code, file) -> codes.add(new StatusCode(
                code,
                file.rows().get(0),
                file.rows().subList(1, file.rows().size()),
                former.rows().stream()
                        .filter(row -> row.code == code)
                        .map(row -> new FormerReasonPhrase(row.reasonPhrase, row.source))
                        .toList(),
                libraries.rows().stream()
                        .flatMap(library -> constants(library, code))
                        .toList(),
                clients.rows().stream()
                        .filter(row -> row.codes.contains(code))
                        .map(row -> new RetryClient(row.name, row.version, row.note, row.source))
                        .toList())));
        return new Catalog(codes, comparisons.rows(), questions.rows());
    }

    private static <T> DatasetFile<T> table(Function<String, Optional<byte[]>> files, String name, Class<T> type) {
        String file = "tables/" + name + ".yaml";
        byte[] yaml = files.apply(file).orElseThrow(() -> new IllegalArgumentException(file + ": the file is missing"));
        return new DatasetFile<>(file, yaml, type);
    }

    private static Optional<byte[]> resource(String file) {
        try (InputStream resource = Catalog.class.getResourceAsStream("/" + file)) {
            return resource == null ? Optional.empty() : Optional.of(resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static void checkUses(int code, DatasetFile<Use> file, Set<Integer> codes) {
        file.distinct(
                "reasonPhrase and definedBy", use -> List.of(use.reasonPhrase(), Optional.ofNullable(use.definedBy())));
        file.each((use, i) -> {
            if (use.state().inRegistry() && StatusClass.of(code).isEmpty()) {
                throw file.error("registered codes are 100 to 599 (RFC 9110 §15)", i, "state");
            }
            for (int j = 0; j < use.related().size(); j++) {
                int related = use.related().get(j).code();
                checkCode(file, related, codes, i, "related", j, "code");
                if (related == code) {
                    throw file.error("a code is not related to itself", i, "related", j, "code");
                }
            }
        });
    }

    private static void checkQuestions(DatasetFile<Question> questions, Set<Integer> codes) {
        questions.distinct("id", Question::id);
        Set<String> ids = questions.rows().stream().map(Question::id).collect(Collectors.toSet());
        if (!ids.contains(Question.START)) {
            throw questions.error("there is no question " + Question.START);
        }
        questions.each((question, i) -> {
            for (int j = 0; j < question.answers().size(); j++) {
                Question.Answer answer = question.answers().get(j);
                if (answer.code() != null) {
                    checkCode(questions, answer.code(), codes, i, "answers", j, "code");
                } else if (!ids.contains(answer.question())) {
                    throw questions.error("there is no question " + answer.question(), i, "answers", j, "question");
                }
            }
        });
    }

    private static void checkCodes(DatasetFile<?> file, List<Integer> named, Set<Integer> codes, int row) {
        for (int i = 0; i < named.size(); i++) {
            checkCode(file, named.get(i), codes, row, "codes", i);
        }
    }

    /** A file may name only codes that have a file. */
    private static void checkCode(DatasetFile<?> file, int code, Set<Integer> codes, Object... path) {
        if (!codes.contains(code)) {
            throw file.error("there is no codes/" + code + ".yaml", path);
        }
    }

    private static Stream<Constant> constants(Library library, int code) {
        return Stream.concat(
                library.names.getOrDefault(code, List.of()).stream()
                        .map(name -> new Constant(library.language, library.library, library.version, name, null)),
                library.deprecated.getOrDefault(code, List.of()).stream()
                        .map(name -> new Constant(library.language, library.library, library.version, name, true)));
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
