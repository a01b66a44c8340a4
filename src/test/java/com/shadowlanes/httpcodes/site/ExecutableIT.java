package com.shadowlanes.httpcodes.site;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.shadowlanes.httpcodes.catalog.DatasetReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is in the native executable, and what only its making needed. */
class ExecutableIT {
    @Test
    void holdsFinishedDocumentsAndNotWhatTheyWereMadeFrom() throws IOException {
        String executable =
                Files.readString(Path.of(System.getProperty("native.image.path")), StandardCharsets.ISO_8859_1);
        assertTrue(executable.contains("<b>502</b> Bad Gateway</h1>"), "the dictionary that documents are packed with");
        assertTrue(executable.contains("com.shadowlanes.httpcodes.site.Site"), "the names of classes");
        assertFalse(executable.contains("org.snakeyaml.engine"), "a YAML parser");
        assertFalse(executable.contains("sun.security.ssl.SSLContextImpl"), "TLS");
        assertFalse(executable.contains("- reasonPhrase: Not Found"), "a file of the dataset");
        assertFalse(
                executable.contains(DatasetReader.read().get(404).main().meaning()), "a text outside the documents");
    }
}
