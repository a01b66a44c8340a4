package com.shadowlanes.httpcodes.catalog;

import com.shadowlanes.httpcodes.catalog.StatusCode.Constant;
import com.shadowlanes.httpcodes.catalog.StatusCode.FormerReasonPhrase;
import com.shadowlanes.httpcodes.catalog.StatusCode.RetryClient;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the files of the dataset, follows every reference from one to another, and joins what the tables say of a code to the
 * code. The constructors of the records check what stands in one row; what concerns several rows or files is checked here.
 */
final class DatasetReader {
    private final NavigableMap<Integer, DatasetFile<Use>> uses = new TreeMap<>();
    private final DatasetFile<FormerRow> former;
    private final DatasetFile<Library> libraries;
    private final DatasetFile<ClientRow> clients;
    private final DatasetFile<Comparison> comparisons;
    private final DatasetFile<Question> questions;

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
     * Reads all files and checks each by itself. The names of the codes' files are probed, because a class path cannot be listed.
     *
     * @param files gives the content of a file by its name, or nothing where there is none
     * @throws IllegalArgumentException naming the file that is wrong, where in it, and what is wrong
     */
    DatasetReader(Function<String, Optional<byte[]>> files) {
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
    }

    private static <T> DatasetFile<T> table(Function<String, Optional<byte[]>> files, String name, Class<T> type) {
        String file = "tables/" + name + ".yaml";
        byte[] yaml = files.apply(file).orElseThrow(() -> new IllegalArgumentException(file + ": the file is missing"));
        return new DatasetFile<>(file, yaml, type);
    }

    /**
     * Joins the files.
     *
     * @throws IllegalArgumentException naming the file that is wrong, where in it, and what is wrong
     */
    Catalog catalog() {
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
        List<StatusCode> codes = uses.keySet().stream().map(this::statusCode).toList();
        return new Catalog(codes, comparisons.rows(), questions.rows());
    }

    private void checkUses(int code, DatasetFile<Use> file) {
        file.distinct(
                "reasonPhrase and definedBy", use -> List.of(use.reasonPhrase(), Optional.ofNullable(use.definedBy())));
        file.each((use, i) -> {
            if (use.state().inRegistry() && StatusClass.of(code).isEmpty()) {
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

    private StatusCode statusCode(int code) {
        List<Use> ofCode = uses.get(code).rows();
        return new StatusCode(
                code,
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
