package com.shadowlanes.httpcodes.site;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/** Every code that is explained, in brief. */
public final class Codes {
    private final NavigableMap<Integer, Brief> byNumber = new TreeMap<>();

    public Codes(Collection<Brief> codes) {
        codes.forEach(code -> byNumber.put(code.code(), code));
    }

    /** All codes, ascending. */
    public Collection<Brief> all() {
        return byNumber.values();
    }

    public boolean has(int code) {
        return byNumber.containsKey(code);
    }

    /** @throws NoSuchElementException naming a number that is not explained */
    public Brief get(int code) {
        return Optional.ofNullable(byNumber.get(code))
                .orElseThrow(() -> new NoSuchElementException(code + " is not explained"));
    }

    /** The codes whose numbers are closest to this one, ascending, at most {@code count} of them. */
    public List<Brief> nearest(int number, int count) {
        return byNumber.values().stream()
                .sorted(comparingInt(code -> Math.abs(code.code() - number)))
                .limit(count)
                .sorted(comparingInt(Brief::code))
                .toList();
    }

    /** The code before this one, or null. */
    public Brief previous(int code) {
        return valueOf(byNumber.lowerEntry(code));
    }

    /** The code after this one, or null. */
    public Brief next(int code) {
        return valueOf(byNumber.higherEntry(code));
    }

    private static Brief valueOf(Map.Entry<Integer, Brief> entry) {
        return entry == null ? null : entry.getValue();
    }
}
