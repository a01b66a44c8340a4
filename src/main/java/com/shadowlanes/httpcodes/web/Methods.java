package com.shadowlanes.httpcodes.web;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which methods a path has: those of its finished document and of its resources. */
@Singleton
class Methods {
    private final Documents documents;
    private final ResourceMethods resources;

    Methods(Documents documents, ResourceMethods resources) {
        this.documents = documents;
        this.resources = resources;
    }

    /** In alphabetical order, with OPTIONS; empty where there is nothing at the path. */
    Set<String> of(String path) {
        Set<String> methods = new TreeSet<>(resources.of(path));
        if (documents.has(path)) {
            methods.addAll(List.of("GET", "HEAD"));
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }
}
