package com.shadowlanes.httpcodes.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Chooses among the forms of one document by the request's {@code Accept} (RFC 9110 §12.5.1). It is in the way of every page,
 * so it does without streams and patterns, which a cold start would have to load.
 */
final class Negotiation {
    private static final List<Range> ANYTHING = List.of(new Range("*/*", 1000));

    private Negotiation() {}

    /**
     * An element of {@code Accept}.
     *
     * @param type a media type, in lower case and without parameters
     * @param weight in thousandths, 0 (not acceptable) to 1000
     */
    private record Range(String type, int weight) {
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

        boolean isMoreSpecificThan(Range other) {
            return other == null || specificity() > other.specificity();
        }

        boolean isPreferredTo(Range other) {
            return other == null || weight > other.weight || weight == other.weight && isMoreSpecificThan(other);
        }
    }

    /**
     * The form with the highest quality value; among equals the one that is named most specifically, then the first.
     *
     * @param forms the preferred one first
     * @param essence gives the media type of a form, without parameters
     * @param accept the header's value; null or nothing readable accepts everything
     * @return nothing where no form is acceptable
     */
    static <T> Optional<T> choose(List<T> forms, Function<T, String> essence, String accept) {
        List<Range> ranges = parse(accept);
        T chosen = null;
        Range reason = null;
        for (T form : forms) {
            Range range = mostSpecific(ranges, essence.apply(form));
            if (range != null && range.weight > 0 && range.isPreferredTo(reason)) {
                chosen = form;
                reason = range;
            }
        }
        return Optional.ofNullable(chosen);
    }

    private static Range mostSpecific(List<Range> ranges, String type) {
        Range found = null;
        for (Range range : ranges) {
            if (range.matches(type) && range.isMoreSpecificThan(found)) {
                found = range;
            }
        }
        return found;
    }

    private static List<Range> parse(String accept) {
        if (accept == null) {
            return ANYTHING;
        }
        List<Range> ranges = new ArrayList<>();
        for (String element : split(accept, ',')) {
            List<String> parts = split(element, ';');
            String type = parts.get(0).strip().toLowerCase(Locale.ROOT);
            if (isMediaRange(type)) {
                ranges.add(new Range(type, weight(parts)));
            }
        }
        return ranges.isEmpty() ? ANYTHING : ranges;
    }

    /** The parts between separators; one inside a quoted string (RFC 9110 §5.6.4) separates nothing. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++; // what follows stands for itself, a quotation mark too
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static boolean isMediaRange(String type) {
        int slash = type.indexOf('/');
        return slash > 0 && slash == type.lastIndexOf('/') && slash < type.length() - 1 && type.indexOf(' ') < 0;
    }

    /** The weight among the parameters, which follow the type: the highest one unless it is there. */
    private static int weight(List<String> parts) {
        for (String part : parts.subList(1, parts.size())) {
            String parameter = part.strip();
            if (parameter.startsWith("q=") || parameter.startsWith("Q=")) {
                return thousandths(parameter.substring(2));
            }
        }
        return 1000;
    }

    /** A qvalue (RFC 9110 §12.4.2), 0 to 1 with three decimals at most; what is none counts for nothing. */
    private static int thousandths(String sent) {
        // Some clients leave out the zero of 0.9, and what they mean is clear.
        String qvalue = sent.startsWith(".") && sent.length() > 1 ? "0" + sent : sent;
        if (qvalue.isEmpty() || qvalue.length() > 5 || qvalue.length() > 1 && qvalue.charAt(1) != '.') {
            return 0;
        }
        int value = 0;
        for (int i = 0; i < 5; i++) {
            char digit = i < qvalue.length() ? qvalue.charAt(i) : '0';
            if (i != 1) {
                if (digit < '0' || digit > '9') {
                    return 0;
                }
                value = value * 10 + digit - '0';
            }
        }
        return value > 1000 ? 0 : value;
    }
}
