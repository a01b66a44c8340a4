package com.shadowlanes.httpcodes.catalog;

/**
 * What is said where a request cannot be served.
 *
 * @param id names the problem in the code
 * @param status of the response
 * @param heading of a page that is more than an error, or null
 * @param detail what was wrong with the request, for its sender; {@code {path}} stands for the value of that name
 */
public record ProblemRow(String id, int status, String heading, String detail) {
    /** @throws IllegalArgumentException naming the member that is missing or wrong */
    public ProblemRow {
        Check.present("id", id);
        Check.statusCode(status);
        Check.present("detail", detail);
    }
}
