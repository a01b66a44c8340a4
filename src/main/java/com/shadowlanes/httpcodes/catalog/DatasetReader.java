package com.shadowlanes.httpcodes.catalog;

import com.shadowlanes.httpcodes.catalog.StatusCode.Constant;
import com.shadowlanes.httpcodes.catalog.StatusCode.FormerReasonPhrase;
import com.shadowlanes.httpcodes.catalog.StatusCode.RetryClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The only door to {@code codes/*.yaml} and {@code tables/*.yaml}: reads them, follows every reference from one to another, and
 * joins what the tables say of a code to the code. The constructors of the records check what stands in one row; what concerns several rows or files is checked here.
 */
public final class DatasetReader {
    private final NavigableMap<Integer, DatasetFile<Use>> uses = new TreeMap<>();
    private final DatasetFile<FormerRow> former;
    private final DatasetFile<Library> libraries;
    private final DatasetFile<ClientRow> clients;
    private final DatasetFile<Comparison> comparisons;
    private final DatasetFile<Question> questions;
    private final DatasetFile<StatusClass> classes;
    private final DatasetFile<Heading> headings;
    private final DatasetFile<Vocabulary> vocabularies;
    private final DatasetFile<ProblemRow> problems;

    /** The members whose values have labels, and all those values. */
    private static final Map<String, Enum<?>[]> VALUES = Map.of(
            "state", State.values(),
            "seenBy", Use.SeenBy.values(),
            "redirect", Use.Redirect.Method.values(),
            "content", Use.Content.values(),
            "cacheability", Use.Cacheability.values(),
            "retry", Use.Retry.Advice.values(),
            "requirement", Use.Field.Requirement.values());

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

        Stream<Constant> constants(int code) {
            return Stream.concat(constants(names, code, null), constants(deprecated, code, true));
        }

        private Stream<Constant> constants(Map<Integer, List<String>> names, int code, Boolean deprecated) {
            return names.getOrDefault(code, List.of()).stream()
                    .map(name -> new Constant(language, library, version, name, deprecated));
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

    /**
     * Reads the dataset of this application.
     *
     * @throws IllegalArgumentException naming the file that is wrong, where in it, and what is wrong
     */
    public static Catalog read() {
        return read(DatasetReader::resource);
    }

    /**
     * Reads a dataset that is somewhere else.
     *
     * @param files gives the content of a file by its name, or nothing where there is none
     * @throws IllegalArgumentException naming the file that is wrong, where in it, and what is wrong
     */
    public static Catalog read(Function<String, Optional<byte[]>> files) {
        return new DatasetReader(files).catalog();
    }

    private static Optional<byte[]> resource(String file) {
        try (InputStream resource = DatasetReader.class.getResourceAsStream("/" + file)) {
            return resource == null ? Optional.empty() : Optional.of(resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Reads and checks each file. The names of the codes' files are probed, because a class path cannot be listed. */
    private DatasetReader(Function<String, Optional<byte[]>> files) {
        for (int number = 100; number <= 999; number++) {
            int code = number;
            String file = "codes/" + code + ".yaml";
            files.apply(file).ifPresent(yaml -> uses.put(code, new DatasetFile<>(file, yaml, Use.class)));
        }
        former = table(files, "former-reason-phrases", FormerRow.class);
        libraries = table(files, "constants", Library.class);
        clients = table(files, "retry-clients", ClientRow.class);
        comparisons = table(files, "comparisons", Comparison.class);
        questions = table(files, "questions", Question.class);
        classes = table(files, "classes", StatusClass.class);
        headings = table(files, "headings", Heading.class);
        vocabularies = table(files, "labels", Vocabulary.class);
        problems = table(files, "problems", ProblemRow.class);
    }

    private static <T> DatasetFile<T> table(Function<String, Optional<byte[]>> files, String name, Class<T> type) {
        String file = "tables/" + name + ".yaml";
        byte[] yaml = files.apply(file).orElseThrow(() -> new IllegalArgumentException(file + ": the file is missing"));
        return new DatasetFile<>(file, yaml, type);
    }

    /** Joins the files. */
    private Catalog catalog() {
        uses.forEach(this::checkUses);
        former.distinct("code, reasonPhrase and source", Function.identity());
        former.each((row, i) -> checkCode(former, row.code, i, "code"));
        libraries.distinct("language and library", library -> List.of(library.language, library.library));
        libraries.each((library, i) -> {
            library.names.keySet().forEach(code -> checkCode(libraries, code, i, "names", "" + code));
            library.deprecated.keySet().forEach(code -> checkCode(libraries, code, i, "deprecated", "" + code));
        });
        clients.distinct("name", ClientRow::name);
        clients.each((client, i) -> checkCodes(clients, client.codes, i));
        comparisons.distinct("codes", Comparison::codes);
        comparisons.each((comparison, i) -> checkCodes(comparisons, comparison.codes(), i));
        checkQuestions();
        classes.distinct("class", StatusClass::label);
        headings.distinct("key", Heading::key);
        headings.each((heading, i) -> checkCodes(headings, heading.codes(), i));
        problems.distinct("id", ProblemRow::id);
        problems.each((problem, i) -> checkCode(problems, problem.status(), i, "status"));
        NavigableMap<Integer, StatusCode> codes = new TreeMap<>();
        uses.keySet().forEach(code -> codes.put(code, statusCode(code)));
        return new Catalog(
                Collections.unmodifiableNavigableMap(codes),
                classes.rows(),
                headings.rows(),
                new Labels(labels()),
                comparisons.rows(),
                questions.rows(),
                problems.rows());
    }

    /** For each value the name of its member and its own. */
    private Map<Enum<?>, Fact> labels() {
        vocabularies.distinct("member", Vocabulary::member);
        Map<Enum<?>, Fact> labels = new HashMap<>();
        vocabularies.each((vocabulary, i) -> {
            Enum<?>[] values = VALUES.get(vocabulary.member());
            if (values == null) {
                throw vocabularies.error(
                        "must be one of " + String.join(", ", new TreeSet<>(VALUES.keySet())), i, "member");
            }
            Set<String> unknown = new TreeSet<>(vocabulary.labels().keySet());
            for (Enum<?> value : values) {
                String name = DatasetFile.written(value);
                if (!unknown.remove(name)) {
                    throw vocabularies.error(name + " is missing", i, "labels");
                }
                labels.put(
                        value, new Fact(vocabulary.title(), vocabulary.labels().get(name)));
            }
            if (!unknown.isEmpty()) {
                throw vocabularies.error(
                        "the member has no such value",
                        i,
                        "labels",
                        unknown.iterator().next());
            }
        });
        VALUES.forEach((member, values) -> {
            if (!labels.containsKey(values[0])) {
                throw vocabularies.error("there is no row for the member " + member);
            }
        });
        return labels;
    }

    private void checkUses(int code, DatasetFile<Use> file) {
        file.distinct(
                "reasonPhrase and definedBy", use -> List.of(use.reasonPhrase(), Optional.ofNullable(use.definedBy())));
        file.each((use, i) -> {
            if (use.state().inRegistry() && code > 599) {
                throw file.error("registered codes are 100 to 599 (RFC 9110 §15)", i, "state");
            }
            for (int j = 0; j < use.related().size(); j++) {
                int related = use.related().get(j).code();
                checkCode(file, related, i, "related", j, "code");
                if (related == code) {
                    throw file.error("a code is not related to itself", i, "related", j, "code");
                }
            }
        });
    }

    private void checkQuestions() {
        questions.distinct("id", Question::id);
        Set<String> ids = questions.rows().stream().map(Question::id).collect(Collectors.toSet());
        if (!ids.contains(Question.START)) {
            throw questions.error("there is no question " + Question.START);
        }
        questions.each((question, i) -> {
            for (int j = 0; j < question.answers().size(); j++) {
                Question.Answer answer = question.answers().get(j);
                if (answer.code() != null) {
                    checkCode(questions, answer.code(), i, "answers", j, "code");
                } else if (!ids.contains(answer.question())) {
                    throw questions.error("there is no question " + answer.question(), i, "answers", j, "question");
                }
            }
        });
    }

    private void checkCodes(DatasetFile<?> file, List<Integer> codes, int row) {
        for (int i = 0; i < codes.size(); i++) {
            checkCode(file, codes.get(i), row, "codes", i);
        }
    }

    /** A file may name only codes that have a file. */
    private void checkCode(DatasetFile<?> file, int code, Object... path) {
        if (!uses.containsKey(code)) {
            throw file.error("there is no codes/" + code + ".yaml", path);
        }
    }

    /** The class of a code, or null outside 100 to 599, which RFC 9110 §15 calls invalid. */
    private StatusClass statusClass(int code) {
        return code > 599
                ? null
                : classes.rows().stream()
                        .filter(row -> row.digit() == code / 100)
                        .findFirst()
                        .orElseThrow(() -> classes.error("there is no class " + code / 100 + "xx"));
    }

    private StatusCode statusCode(int code) {
        List<Use> ofCode = uses.get(code).rows();
        return new StatusCode(
                code,
                statusClass(code),
                ofCode.get(0),
                ofCode.subList(1, ofCode.size()),
                former.rows().stream()
                        .filter(row -> row.code == code)
                        .map(row -> new FormerReasonPhrase(row.reasonPhrase, row.source))
                        .toList(),
                libraries.rows().stream()
                        .flatMap(library -> library.constants(code))
                        .toList(),
                clients.rows().stream()
                        .filter(row -> row.codes.contains(code))
                        .map(row -> new RetryClient(row.name, row.version, row.note, row.source))
                        .toList());
    }
}
