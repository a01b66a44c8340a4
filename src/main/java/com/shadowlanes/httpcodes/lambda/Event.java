package com.shadowlanes.httpcodes.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.shadowlanes.httpcodes.site.ProblemKind;
import com.shadowlanes.httpcodes.site.Visible;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** An event of the HTTP API, its headers as they were sent, and what is wrong with it. */
final class Event extends APIGatewayV2HTTPEvent {
    /** The largest body that is accepted, in bytes. */
    static final int LARGEST_BODY = 1024 * 1024;

    /**
     * What was between the client and the gateway (RFC 9110 §7.6.1, §10.1.1), or describes a message that the gateway has
     * taken apart. Quarkus would take it for its own connection.
     */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "expect",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** A host and a port, loosely (RFC 9110 §7.2): Vert.x answers everything else itself. */
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private Fault fault;

    /**
     * Why the request cannot be served.
     *
     * @param values what the text of the problem leaves open, by name
     */
    record Fault(ProblemKind kind, Map<String, String> values) {}

    Event() {
        setHeaders(new HashMap<>());
    }

    /** Adds a header under its name in lower case, as the gateway writes it; its mock does not. */
    void addHeader(String name, String value) {
        if (isText(value)) {
            getHeaders().putIfAbsent(name.toLowerCase(Locale.ROOT), value);
        } else {
            fault = new Fault(ProblemKind.CONTROL_CHARACTER, Map.of("header", Visible.shortened(name, 60)));
        }
    }

    /** Whether a value has no control character but tabs (RFC 9110 §5.5). */
    private static boolean isText(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Notes why the request cannot be served. */
    void refuse(ProblemKind kind) {
        fault = new Fault(kind, Map.of("limit", LARGEST_BODY / 1024 / 1024 + " MB"));
    }

    /** What is wrong with the request, or null. */
    Fault fault() {
        return fault;
    }

    /** Whether a text is a token (RFC 9110 §5.6.2), as methods and the names of headers are. */
    static boolean isToken(String text) {
        return text.equals("GET") || TOKEN.matcher(text).matches();
    }

    /** Leaves out the headers that Quarkus could trip over, and the secret, which no resource needs to see. */
    void keepHeadersOfTheRequest() {
        getHeaders().entrySet().removeIf(Event::isNotOfTheRequest);
    }

    private static boolean isNotOfTheRequest(Map.Entry<String, String> header) {
        String name = header.getKey();
        return OF_THE_CONNECTION.contains(name)
                || name.equals("x-origin-verify")
                || !isToken(name)
                || name.equals("host") && !HOST.matcher(header.getValue()).matches();
    }
}
