package com.shadowlanes.httpcodes.site;

import java.util.List;

/**
 * Why a request cannot be served (RFC 9457).
 *
 * @param status the response's status code
 * @param detail what was wrong with this request, for its sender
 * @param suggestions codes that the sender may have meant
 */
public record Problem(Brief status, String detail, List<Brief> suggestions) {}
