package com.shadowlanes.httpcodes.catalog;

import java.util.List;

/**
 * Two codes that are taken for each other, and what decides. The texts are prose like those of {@link Use}.
 *
 * @param codes the two numbers, the smaller one first
 * @param decision how somebody knows which of them is right
 * @param examples for each of the two, a situation in which it is right
 */
public record Comparison(List<Integer> codes, String decision, List<String> examples) {
    /** @throws IllegalArgumentException unless there are two numbers in ascending order and an example of each */
    public Comparison {
        Check.present("codes", codes);
        Check.present("decision", decision);
        Check.present("examples", examples);
        if (codes.size() != 2 || codes.get(0) >= codes.get(1)) {
            throw new IllegalArgumentException("codes must be two numbers, the smaller one first");
        }
        if (examples.size() != 2) {
            throw new IllegalArgumentException("examples must be two, in the order of codes");
        }
    }

    /** {@code 401-vs-403}. */
    public String name() {
        return codes.get(0) + "-vs-" + codes.get(1);
    }

    /** The one of the two that is not this. */
    public int otherThan(int code) {
        return codes.get(codes.get(0) == code ? 1 : 0);
    }
}
