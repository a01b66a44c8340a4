package com.shadowlanes.httpcodes.web;

import com.shadowlanes.httpcodes.site.Document;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Chooses among the forms of one document by the request's {@code Accept} (RFC 9110 §12.5.1). */
final class Negotiation {
    private static final Comparator<Range> BY_QUALITY =
            Comparator.comparingDouble(Range::quality).thenComparingInt(Range::specificity);

    private static final Pattern MEDIA_RANGE = Pattern.compile("[^/\\s]+/[^/\\s]+");
    private static final Pattern WEIGHT = Pattern.compile("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)");

    private Negotiation() {}

    /**
     * An element of {@code Accept}.
     *
     * @param type a media type, in lower case and without parameters
     * @param quality 0 (not acceptable) to 1
     */
    private record Range(String type, double quality) {
        int specificity() {
            return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
        }

        boolean matches(String mediaType) {
            return switch (specificity()) {
                case 0 -> true;
                case 1 -> mediaType.startsWith(type.substring(0, type.length() - 1));
                default -> mediaType.equals(type);
            };
        }
    }

    /**
     * The form with the highest quality value; among equals the one that is named most specifically, then the first.
     *
     * @param forms the preferred one first
     * @param accept the field's value; null or nothing readable accepts everything
     * @return nothing where no form is acceptable
     */
    static Optional<Document> choose(List<Document> forms, String accept) {
        List<Range> ranges = parse(accept);
        Document chosen = null;
        Range reason = null;
        for (Document form : forms) {
            String type = form.type();
            Range range = ranges.stream()
                    .filter(candidate -> candidate.matches(type))
                    .max(Comparator.comparingInt(Range::specificity))
                    .orElse(null);
            if (range != null && range.quality > 0 && (reason == null || BY_QUALITY.compare(range, reason) > 0)) {
                chosen = form;
                reason = range;
            }
        }
        return Optional.ofNullable(chosen);
    }

    private static List<Range> parse(String accept) {
        List<Range> ranges = Arrays.stream((accept == null ? "" : accept).split(","))
                .map(element -> new Range(withoutParameters(element), quality(element)))
                .filter(range -> MEDIA_RANGE.matcher(range.type).matches())
                .toList();
        return ranges.isEmpty() ? List.of(new Range("*/*", 1)) : ranges;
    }

    private static String withoutParameters(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The weight of an element: 1 unless it says otherwise; one that cannot be read counts for nothing. */
    private static double quality(String element) {
        String[] parts = element.split(";");
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                return WEIGHT.matcher(parameter).matches() ? Double.parseDouble(parameter.substring(2)) : 0;
            }
        }
        return 1;
    }
}
