package com.shadowlanes.httpcodes.generate;

import static java.util.Comparator.comparingInt;

import com.shadowlanes.httpcodes.site.Packed;
import com.shadowlanes.httpcodes.site.Paths;
import com.shadowlanes.httpcodes.site.Representation;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All documents that have been made. */
final class Output {
    private final SortedMap<String, List<Representation>> documents = new TreeMap<>();

    /** Publishes the forms of one path, and each that has a path of its own there too. */
    void put(String path, List<Representation> forms, Representation... more) {
        List<Representation> finished = Stream.concat(forms.stream(), Stream.of(more))
                .sorted(comparingInt(form -> Representation.FORMS.indexOf(form.mediaType())))
                .map(Representation::hashed)
                .toList();
        documents.put(path, finished);
        finished.stream()
                .filter(form -> form.location() != null)
                .forEach(form -> documents.put(form.location(), List.of(form)));
    }

    void put(String path, Representation only) {
        put(path, List.of(only));
    }

    /** Publishes a file under a name that changes with its content, so that it can be kept permanently; returns its path. */
    String putAsset(String file, String mediaType, String content) {
        Representation asset = new Representation(mediaType, content);
        String path = Paths.asset(file, asset.hashed().hash());
        put(path, asset);
        return path;
    }

    /** The paths of all pages, in order. */
    List<String> pages() {
        return documents.entrySet().stream()
                .filter(entry -> entry.getValue().get(0).mediaType().equals(Representation.HTML))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * All documents in little space.
     *
     * @param samples paths whose documents show well what the others consist of, the likeliest last
     */
    SortedMap<String, List<Representation>> packed(List<String> samples) {
        ByteArrayOutputStream sampled = new ByteArrayOutputStream();
        samples.stream()
                .flatMap(
                        path -> documents.getOrDefault(path, List.of()).stream().limit(1))
                .forEach(sample -> sampled.writeBytes(sample.inJson()));
        byte[] dictionary = Arrays.copyOfRange(
                sampled.toByteArray(), Math.max(0, sampled.size() - Packed.LONGEST_DICTIONARY), sampled.size());
        // What stands at two paths is kept once.
        Map<Representation, Representation> packed = new HashMap<>();
        SortedMap<String, List<Representation>> all = new TreeMap<>(documents);
        all.replaceAll((path, forms) -> forms.stream()
                .map(form -> packed.computeIfAbsent(form, each -> each.packed(dictionary)))
                .toList());
        return all;
    }
}
