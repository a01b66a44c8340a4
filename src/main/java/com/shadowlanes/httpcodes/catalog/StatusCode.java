package com.shadowlanes.httpcodes.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A number and everything it is used for.
 *
 * @param code 100 to 999; those from 600 are outside RFC 9110 §15 but in use
 * @param statusClass null outside 100 to 599
 * @param main its meaning in IANA's registry or, where it has none, the best known
 * @param otherUses what else it is used for, the best known first
 * @param formerReasonPhrases what earlier RFCs called it
 * @param constants its names in programs
 * @param retriedBy clients that repeat a request by themselves when they receive it
 */
public record StatusCode(
        int code,
        StatusClass statusClass,
        Use main,
        List<Use> otherUses,
        List<FormerReasonPhrase> formerReasonPhrases,
        List<Constant> constants,
        List<RetryClient> retriedBy) {

    /** A reason phrase that an RFC gave the code and that is no longer its own. */
    public record FormerReasonPhrase(String reasonPhrase, Source source) {}

    /**
     * A name that a library has for the code.
     *
     * @param name exactly as a program writes it
     * @param deprecated true if the library says so, otherwise null
     */
    public record Constant(String language, String library, String version, String name, Boolean deprecated) {}

    /** A client that repeats a request by itself, and on what condition. */
    public record RetryClient(String name, String version, String note, Source source) {}

    /** @throws IllegalArgumentException if the number does not have three digits or starts with a zero */
    public StatusCode {
        Check.statusCode(code);
        otherUses = List.copyOf(otherUses);
        formerReasonPhrases = List.copyOf(formerReasonPhrases);
        constants = List.copyOf(constants);
        retriedBy = List.copyOf(retriedBy);
    }

    /** All its uses, the main one first. */
    public Stream<Use> uses() {
        return Stream.concat(Stream.of(main), otherUses.stream());
    }

    /** 1 to 5, or 0 outside the classes. */
    public int classDigit() {
        return statusClass == null ? 0 : statusClass.digit();
    }

    public boolean inRegistry() {
        return main.state().inRegistry();
    }

    /** Whether a client can receive it as an error: 4xx and 5xx, unless only a log or another response shows it. */
    public boolean isError() {
        return classDigit() >= 4 && main.inStatusLine();
    }

    /** The name that people know: the reason phrase, preceded by the other uses' where the registry has only "(Unused)". */
    public String name() {
        if (main.state() != State.UNUSED || otherUses.isEmpty()) {
            return main.reasonPhrase();
        }
        return otherUses.stream().map(Use::reasonPhrase).collect(Collectors.joining(", ")) + " " + main.reasonPhrase();
    }

    /** Every name it goes by, each once, the main one first. */
    public String names() {
        Map<String, String> names = new LinkedHashMap<>();
        uses().map(Use::reasonPhrase).forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        return String.join(", ", names.values());
    }

    /** Whether it has other names to show than its reason phrase. */
    public boolean hasNames() {
        return !constants.isEmpty() || !formerReasonPhrases.isEmpty();
    }

    /** {@code 404 Not Found}. */
    public String title() {
        return code + " " + name();
    }
}
