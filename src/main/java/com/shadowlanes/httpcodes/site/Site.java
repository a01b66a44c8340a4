package com.shadowlanes.httpcodes.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Everything that can be asked for, finished, and the data of what is computed for each request.
 *
 * @param documents the representations at each path, the preferred one first
 * @param problems what to say where a request cannot be served
 */
public record Site(
        SortedMap<String, List<Representation>> documents,
        Codes codes,
        Search search,
        Map<ProblemKind, ProblemText> problems) {

    /** The representations at a path, the preferred one first; empty where there is nothing. */
    public List<Representation> at(String path) {
        return documents.getOrDefault(path, List.of());
    }

    public boolean has(String path) {
        return documents.containsKey(path);
    }

    /** Every path with a document, in order. */
    public Set<String> paths() {
        return documents.keySet();
    }

    /** Today's version of an asset that is named by an old hash: a stored page may outlive a deployment. */
    public Optional<Representation> currentAsset(String path) {
        return Paths.isAsset(path)
                ? documents.entrySet().stream()
                        .filter(entry -> Paths.isSameAsset(entry.getKey(), path))
                        .map(entry -> entry.getValue().get(0))
                        .findFirst()
                : Optional.empty();
    }

    /**
     * Why a request cannot be served.
     *
     * @param values what the text of the problem leaves open, by name
     */
    public Problem problem(ProblemKind kind, Map<String, String> values, List<Brief> suggestions) {
        ProblemText text = problems.get(kind);
        return new Problem(
                codes.get(text.status()),
                text.heading(values),
                text.detail(values),
                values.containsKey("class") ? Paths.statusClass(values.get("class")) : null,
                suggestions);
    }
}
