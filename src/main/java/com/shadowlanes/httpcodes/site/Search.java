package com.shadowlanes.httpcodes.site;

import static java.util.Comparator.comparingInt;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds codes by number, name, definer and the words of their texts. {@code assets/site.js} ranks in the same way in the
 * browser; the tests' {@code search.csv} holds the two together.
 */
public final class Search {
    private static final Set<String> NOISE = Set.of("http", "https", "httpstatus", "sc", "status", "code", "error");

    /** Where a status line, or a line of an access log, has the status code. */
    private static final Pattern LOGGED = Pattern.compile("HTTP/[0-9.]+\"? ([1-5][0-9]{2})(?![0-9])");

    /** Numbers that are no codes: of addresses, dates and times, and the system's of errors, as nginx logs them. */
    private static final String NO_CODE = "[0-9]+([.:/][0-9]+){2,}|\\([0-9]+: ";

    private final List<Entry> entries;

    public Search(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * What a code is found by, ordered by how much a match counts.
     *
     * @param name the reason phrases of all its uses
     * @param definedBy who defined them; empty for a code that has only its registered meaning
     * @param words other words of what it means and of what it was called, each once
     * @param otherNames what programs, other uses and older specifications call it, each as one word
     */
    public record Entry(int code, String name, String definedBy, String summary, String words, String otherNames) {}

    /** An entry with its words taken apart, once for a query. */
    private record Row(Entry entry, List<List<String>> columns) {
        /** What a word counts for in the name, the definers, the summary and the other words. */
        private static final List<Integer> WEIGHTS = List.of(20, 10, 4, 2);

        static Row of(Entry entry) {
            return new Row(
                    entry,
                    Stream.of(entry.name, entry.definedBy, entry.summary, entry.words)
                            .map(text -> Words.of(text).toList())
                            .toList());
        }

        String number() {
            return String.valueOf(entry.code);
        }

        int score(Term term) {
            int best = 0;
            for (int i = 0; i < columns.size(); i++) {
                for (String word : columns.get(i)) {
                    best = Math.max(best, term.score(word, WEIGHTS.get(i)));
                }
            }
            if (number().equals(term.text)) {
                return 1000;
            }
            boolean isBeginning = term.alone && number().startsWith(term.text);
            return isBeginning ? Math.max(100, best) : best;
        }

        /** How well a query as a whole is the name; five letters or more may have one typing error. */
        int scoreAsName(String query) {
            String mainName = Words.name(entry.name.split(", ")[0]);
            List<String> others = Words.of(entry.otherNames).toList();
            if (mainName.equals(query)) {
                return 600;
            }
            if (others.contains(query)) {
                return 500;
            }
            Predicate<String> isSimilar = each -> query.length() > 4 && Words.isOneErrorFrom(query, each);
            if (isSimilar.test(mainName)) {
                return 400;
            }
            return others.stream().anyMatch(isSimilar) ? 300 : 0;
        }
    }

    /**
     * A word of a query.
     *
     * @param misspelt whether nothing has it, so that it may stand for a word that is one typing error away
     * @param alone whether it is the whole query, so that it may be a number that is still being typed
     */
    private record Term(String text, boolean misspelt, boolean alone) {
        int score(String word, int weight) {
            if (word.startsWith(text)) {
                return word.equals(text) ? weight * 3 / 2 : weight;
            }
            return misspelt && Words.isOneErrorFrom(text, word) ? weight / 2 : 0;
        }
    }

    /** What the browser searches. */
    public List<Entry> entries() {
        return entries;
    }

    /**
     * The codes whose number is a word of the query, whose name or constant it is, or that have all its words, at least as
     * beginnings of theirs; where there are none, those that have any of them. A name or a word of five letters or more
     * that nothing has may have one typing error. Of a log line only the status code counts. Best first, equals ascending.
     */
    public List<Entry> find(String query) {
        Matcher logged = LOGGED.matcher(query);
        String asked =
                logged.find() ? logged.group(1) : query.replaceAll(NO_CODE, " ").strip();
        List<Row> rows = entries.stream().map(Row::of).toList();
        List<Term> terms = termsOf(asked, rows);
        String name = Words.name(asked);
        List<Found> found = rows.stream()
                .map(row -> found(row, terms, name))
                .filter(each -> each.total > 0)
                .toList();
        boolean some = found.stream().anyMatch(Found::fits);
        return found.stream()
                .filter(each -> !some || each.fits)
                .sorted(comparingInt(Found::total).reversed().thenComparingInt(each -> each.entry.code()))
                .map(Found::entry)
                .toList();
    }

    /** What to look for: constants such as {@code StatusNotFound} taken apart, and without what stands in all of them. */
    private static List<Term> termsOf(String query, List<Row> rows) {
        List<String> words =
                Words.of(query.replaceAll("([a-z])([A-Z])", "$1 $2")).distinct().toList();
        List<String> telling =
                words.stream().filter(word -> !NOISE.contains(word)).toList();
        List<String> asked = telling.isEmpty() ? words : telling;
        boolean alone = asked.size() == 1;
        return asked.stream()
                .map(word -> new Term(word, word.length() > 4 && isUnknown(new Term(word, false, alone), rows), alone))
                .toList();
    }

    private static boolean isUnknown(Term term, List<Row> rows) {
        return rows.stream().allMatch(row -> row.score(term) == 0);
    }

    private static Found found(Row row, List<Term> terms, String name) {
        int[] scores = terms.stream().mapToInt(row::score).toArray();
        int asName = row.scoreAsName(name);
        boolean fits = asName > 0
                || terms.stream().anyMatch(term -> term.text.equals(row.number()))
                || IntStream.of(scores).allMatch(score -> score > 0);
        return new Found(row.entry, fits, asName + IntStream.of(scores).sum());
    }

    /** An entry with how well it matches a query. */
    private record Found(Entry entry, boolean fits, int total) {}
}
