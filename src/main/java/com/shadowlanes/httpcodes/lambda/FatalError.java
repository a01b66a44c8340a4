package com.shadowlanes.httpcodes.lambda;

import org.jboss.logging.Logger;

/** Ends a process that cannot go on, so that Lambda starts another. */
final class FatalError {
    private static final Logger LOG = Logger.getLogger(FatalError.class);

    private FatalError() {}

    /** At once: whatever else runs in the process waits for events that will not come. */
    static void exit(Throwable cause, String message) {
        LOG.fatal(message, cause);
        Runtime.getRuntime().halt(1);
    }
}
