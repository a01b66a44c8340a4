package com.shadowlanes.httpcodes.catalog;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What the constructors of the dataset's records demand. {@link DatasetFile} adds where in which file it was not met. */
final class Check {
    private Check() {}

    /** @throws IllegalArgumentException if a record does not have the member */
    static void present(String member, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(member + " is missing");
        }
    }

    /** @throws IllegalArgumentException if a record does not have the list, or there is nothing in it */
    static void filled(String member, List<?> list) {
        present(member, list);
        if (list.isEmpty()) {
            throw new IllegalArgumentException(member + " must have an element");
        }
    }

    /** @throws IllegalArgumentException unless the number has three digits and does not start with a zero */
    static void statusCode(int code) {
        if (code < 100 || code > 999) {
            throw new IllegalArgumentException("code must be a number from 100 to 999");
        }
    }

    /** @throws IllegalArgumentException naming a key that two elements of a list have */
    static <T> void distinct(String member, List<T> list, Function<T, ?> key) {
        Set<Object> keys = new HashSet<>();
        for (T element : list) {
            if (!keys.add(key.apply(element))) {
                throw new IllegalArgumentException(member + " has " + key.apply(element) + " twice");
            }
        }
    }
}
