package com.shadowlanes.httpcodes.generate;

/** Makes one kind of documents. */
interface Generator {
    /** Publishes each document at its path. */
    void generate(Context context, Output output);
}
