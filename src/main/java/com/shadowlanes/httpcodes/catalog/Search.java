package com.shadowlanes.httpcodes.catalog;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds codes by number, name, definer and the words of their texts. {@code assets/site.js} ranks in the same way in the
 * browser; the tests' {@code search.csv} holds the two together.
 */
public final class Search {
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");
    private static final Set<String> NOISE = Set.of("http", "https", "httpstatus", "sc", "status", "code", "error");

    private final List<Entry> entries;

    /**
     * What a code is found by, ordered by how much a match counts.
     *
     * @param name the reason phrases of all its uses
     * @param definedBy who defined them; empty for a code that has only its registered meaning
     * @param words other words of what it means and of what it was called, each once
     */
    public record Entry(int code, String name, String definedBy, String summary, String words) {
        /** 1 to 5, or 0 outside the classes. */
        public int digit() {
            return StatusClass.of(code).map(StatusClass::digit).orElse(0);
        }

        private int score(Term term) {
            String number = String.valueOf(code);
            return IntStream.of(
                            number.equals(term.text) ? 1000 : number.startsWith(term.text) ? 100 : 0,
                            score(term, name, 20),
                            score(term, definedBy, 10),
                            score(term, summary, 4),
                            score(term, words, 2))
                    .max()
                    .getAsInt();
        }

        private static int score(Term term, String text, int weight) {
            return wordsOf(text)
                    .mapToInt(word -> term.score(word, weight))
                    .max()
                    .orElse(0);
        }
    }

    /**
     * A word of a query.
     *
     * @param misspelt whether nothing has it, so that it may stand for a word that is one typing error away
     */
    private record Term(String text, boolean misspelt) {
        int score(String word, int weight) {
            return word.equals(text)
                    ? weight * 3 / 2
                    : word.startsWith(text) ? weight : misspelt && isOneErrorFrom(word) ? weight / 2 : 0;
        }

        /** Whether a letter is missing, too much, another, or has changed places with its neighbour. */
        private boolean isOneErrorFrom(String word) {
            int i = 0;
            while (i < text.length() && i < word.length() && text.charAt(i) == word.charAt(i)) {
                i++;
            }
            String here = text.substring(i);
            String there = word.substring(i);
            return after(1, here).equals(after(1, there))
                    || after(1, here).equals(there)
                    || here.equals(after(1, there))
                    || here.length() > 1
                            && there.startsWith(here.charAt(1) + here.substring(0, 1))
                            && after(2, here).equals(after(2, there));
        }

        private static String after(int letters, String text) {
            return text.substring(Math.min(letters, text.length()));
        }
    }

    public Search(Catalog catalog) {
        Map<String, Long> spread = catalog.all().stream()
                .flatMap(code -> textWords(code).stream())
                .collect(groupingBy(Function.identity(), counting()));
        // What stands in every twelfth text tells no code from another, and the browser would have to load it.
        Predicate<String> telling = word -> word.length() > 2
                && spread.getOrDefault(word, 0L) <= catalog.all().size() / 12 + 1;
        entries = catalog.all().stream().map(code -> entry(code, telling)).toList();
    }

    private static Entry entry(StatusCode code, Predicate<String> telling) {
        String name = code.names();
        String definedBy = code.uses()
                .map(Use::definedBy)
                .filter(Objects::nonNull)
                .distinct()
                .collect(joining(", "));
        String summary = code.main().summary();
        Set<String> rest = textWords(code);
        code.formerReasonPhrases().stream()
                .flatMap(former -> wordsOf(former.reasonPhrase()))
                .forEach(rest::add);
        wordsOf(name + " " + definedBy + " " + summary).forEach(rest::remove);
        return new Entry(
                code.code(),
                name,
                definedBy,
                summary,
                rest.stream().filter(telling).collect(joining(" ")));
    }

    private static Set<String> textWords(StatusCode code) {
        return code.uses()
                .flatMap(use -> Stream.of(use.summary(), use.meaning()))
                .flatMap(Search::wordsOf)
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> wordsOf(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group);
    }

    /** What the browser searches. */
    public List<Entry> entries() {
        return entries;
    }

    /**
     * The codes whose number is a word of the query or that have all its words, at least as beginnings of theirs; where
     * there are none, those that have any of them. A word of five letters or more that nothing has may have one typing
     * error. Best first, equals ascending.
     */
    public List<Entry> find(String query) {
        List<Term> terms = termsOf(query);
        List<Found> found = entries.stream()
                .map(entry -> found(entry, terms))
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
    private List<Term> termsOf(String query) {
        List<String> words =
                wordsOf(query.replaceAll("([a-z])([A-Z])", "$1 $2")).toList();
        List<String> telling =
                words.stream().filter(word -> !NOISE.contains(word)).toList();
        return (telling.isEmpty() ? words : telling)
                .stream()
                        .map(word -> new Term(word, word.length() > 4 && isUnknown(word)))
                        .toList();
    }

    private boolean isUnknown(String word) {
        Term term = new Term(word, false);
        return entries.stream().allMatch(entry -> entry.score(term) == 0);
    }

    private static Found found(Entry entry, List<Term> terms) {
        int[] scores = terms.stream().mapToInt(entry::score).toArray();
        String number = String.valueOf(entry.code());
        boolean fits = terms.stream().anyMatch(term -> term.text.equals(number))
                || IntStream.of(scores).allMatch(score -> score > 0);
        return new Found(entry, fits, IntStream.of(scores).sum());
    }

    /** An entry with how well it matches a query. */
    private record Found(Entry entry, boolean fits, int total) {}
}
