package com.shadowlanes.httpcodes.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How firmly a status code has its meaning, as IANA's registry or its definer says. */
public enum State {
    /** In IANA's registry permanently. */
    REGISTERED,
    /** In IANA's registry until a date (RFC 7120). */
    TEMPORARY,
    /** In IANA's registry, so that no one else takes it. */
    UNUSED,
    /** Registered, and its specification says not to use it. */
    DEPRECATED,
    /** Registered, and the registry marks its specification as obsolete. */
    OBSOLETED,
    /** Sent or logged by someone without a registration. */
    UNOFFICIAL,
    /** Once unofficial, no longer sent by its definer. */
    WITHDRAWN;

    /** As the dataset and the JSON write it, in lower case. */
    @JsonValue
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether IANA's registry lists a code in this state. */
    public boolean inRegistry() {
        return this != UNOFFICIAL && this != WITHDRAWN;
    }
}
