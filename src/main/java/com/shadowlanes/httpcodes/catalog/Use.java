package com.shadowlanes.httpcodes.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One meaning of a status code. The texts are prose in which {@code `backticks`} mark code and a bare three-digit number is
 * a status code. What the sources do not say is null or an empty list.
 *
 * @param reasonPhrase as the registry or the definer writes it
 * @param definedBy who gave it this meaning; null for a code in IANA's registry
 * @param seenBy where it turns up; null for a registered code in a status line, as nearly all are
 * @param summary what happened and what to do next, at most 160 characters
 * @param meaning what the sender says with it
 * @param whenToUse when to send it, or who sends it if only others do; advice for receivers is in retry and troubleshooting
 * @param example one request and what happens
 * @param whenNotToUse the codes that fit better, and why
 * @param source where the meaning is defined
 * @param fields what specifications demand of the fields of the request and of the response
 * @param content whether the response has content
 * @param cacheability whether a cache may store the response
 * @param redirect null for a code that sends no one elsewhere
 * @param retry whether repeating the request can help
 * @param troubleshooting what usually causes it, and what helps; null for a code that is seldom met
 * @param wireExample null for a code that no client sees in a status line
 * @param signs what tells who sent it
 * @param related codes that are taken for this one
 */
public record Use(
        String reasonPhrase,
        State state,
        String definedBy,
        SeenBy seenBy,
        String summary,
        String meaning,
        String whenToUse,
        String example,
        String whenNotToUse,
        Source source,
        List<Field> fields,
        Content content,
        Cacheability cacheability,
        Redirect redirect,
        Retry retry,
        Troubleshooting troubleshooting,
        WireExample wireExample,
        List<Sign> signs,
        List<Related> related) {

    /** @throws IllegalArgumentException naming the member that is missing or wrong */
    public Use {
        Check.present("reasonPhrase", reasonPhrase);
        Check.present("state", state);
        Check.present("summary", summary);
        Check.present("meaning", meaning);
        Check.present("whenToUse", whenToUse);
        Check.present("example", example);
        Check.present("whenNotToUse", whenNotToUse);
        Check.present("source", source);
        if (state.inRegistry() && definedBy != null) {
            throw new IllegalArgumentException("definedBy is for codes outside IANA's registry");
        }
        if (!state.inRegistry()) {
            Check.present("definedBy", definedBy);
            Check.present("seenBy", seenBy);
        }
        fields = fields == null ? List.of() : List.copyOf(fields);
        signs = signs == null ? List.of() : List.copyOf(signs);
        related = related == null ? List.of() : List.copyOf(related);
        Check.distinct("related", related, Related::code);
    }

    /** The rules of the headers, those of one header in one message together, in the order of the first. */
    public List<HeaderRules> headerRules() {
        Map<List<Object>, List<Field>> byHeader = fields.stream()
                .collect(Collectors.groupingBy(
                        field -> List.of(field.name(), field.in()), LinkedHashMap::new, Collectors.toList()));
        return byHeader.values().stream().map(HeaderRules::new).toList();
    }

    /** Whether a client can receive the code as the status of a response. */
    public boolean inStatusLine() {
        return seenBy == null || seenBy == SeenBy.CLIENT;
    }

    /** The headers that the response must have, if only under a condition; each once. */
    public List<String> requiredHeaders() {
        return fields.stream()
                .filter(field -> field.in() == Field.Side.RESPONSE && field.requirement() == Field.Requirement.MUST)
                .map(Field::name)
                .distinct()
                .toList();
    }

    /** The summary for whoever does not show code as code: without backticks. */
    public String plainSummary() {
        return summary.replace("`", "");
    }

    /** Where a client or an operator meets a code. */
    public enum SeenBy {
        /** In a status line. */
        @JsonProperty("client")
        CLIENT,
        /** In the sender's log or configuration only. */
        @JsonProperty("log")
        LOG,
        /** In the content of a response with another status code, or as a library's result. */
        @JsonProperty("content")
        CONTENT
    }

    /** Whether the response has content (RFC 9110 §6.4). */
    public enum Content {
        @JsonProperty("expected")
        EXPECTED,
        @JsonProperty("optional")
        OPTIONAL,
        @JsonProperty("forbidden")
        FORBIDDEN
    }

    /** Whether a cache may store the response (RFC 9111 §3). */
    public enum Cacheability {
        /** Without being told how long (RFC 9110 §15.1, RFC 9111 §4.2.2). */
        @JsonProperty("heuristic")
        HEURISTIC,
        /** When the response says so, with Cache-Control or Expires. */
        @JsonProperty("explicit")
        EXPLICIT,
        @JsonProperty("never")
        NEVER,
        /** It is not a response that is stored by itself. */
        @JsonProperty("not-applicable")
        NOT_APPLICABLE
    }

    /** A rule for a field, with the keyword of its specification (RFC 2119), or null where the text has none. */
    public record Field(String name, Side in, Requirement requirement, String note, Source source) {
        /** @throws IllegalArgumentException naming the member that is missing */
        public Field {
            Check.present("name", name);
            Check.present("in", in);
            Check.present("note", note);
            Check.present("source", source);
        }

        /** The message that the field stands in. */
        public enum Side {
            @JsonProperty("request")
            REQUEST,
            @JsonProperty("response")
            RESPONSE
        }

        /** A keyword of RFC 2119. */
        public enum Requirement {
            MUST,
            @JsonProperty("MUST NOT")
            MUST_NOT,
            SHOULD,
            @JsonProperty("SHOULD NOT")
            SHOULD_NOT,
            MAY;

            /** As a specification writes it. */
            public String keyword() {
                return name().replace('_', ' ');
            }
        }
    }

    /** What specifications demand of one header in one message. */
    public record HeaderRules(List<Field> rules) {
        public String name() {
            return rules.get(0).name();
        }

        public Field.Side in() {
            return rules.get(0).in();
        }

        /** What all rules demand; null where they differ, or have no keyword. */
        public Field.Requirement requirement() {
            Field.Requirement first = rules.get(0).requirement();
            return rules.stream().allMatch(rule -> rule.requirement() == first) ? first : null;
        }
    }

    /** What becomes of a request that follows the redirect (RFC 9110 §15.4). */
    public record Redirect(Method method) {
        /** @throws IllegalArgumentException if the method is missing */
        public Redirect {
            Check.present("method", method);
        }

        /** The method of the next request. */
        public enum Method {
            @JsonProperty("unchanged")
            UNCHANGED,
            @JsonProperty("get")
            GET,
            /** For historical reasons a client may send GET after POST. */
            @JsonProperty("may-become-get")
            MAY_BECOME_GET
        }
    }

    /** Whether sending the request again can help, and how to go on. */
    public record Retry(Advice advice, String text) {
        /** @throws IllegalArgumentException naming the member that is missing */
        public Retry {
            Check.present("advice", advice);
            Check.present("text", text);
        }

        /** When sending the request again can help. */
        public enum Advice {
            /** Nothing failed, so there is nothing to retry; a redirect leads to a request of its own. */
            @JsonProperty("not-needed")
            NOT_NEEDED,
            /** The same request fails again. */
            @JsonProperty("never")
            NEVER,
            /** Of the request or the credentials. */
            @JsonProperty("after-change")
            AFTER_CHANGE,
            @JsonProperty("after-delay")
            AFTER_DELAY,
            @JsonProperty("immediately")
            IMMEDIATELY
        }
    }

    /**
     * What usually causes a code, the most usual first. One side is empty if no one there can do anything: whoever gets a
     * code from LinkedIn or from their own HTTP library does not run what made it.
     *
     * @param client for who received it
     * @param server for who runs what sent it
     */
    public record Troubleshooting(List<Remedy> client, List<Remedy> server) {
        /** @throws IllegalArgumentException if there is nothing for either side */
        public Troubleshooting {
            client = client == null ? List.of() : List.copyOf(client);
            server = server == null ? List.of() : List.copyOf(server);
            if (client.isEmpty() && server.isEmpty()) {
                throw new IllegalArgumentException("client or server must have an element");
            }
        }
    }

    /** A cause with its cure; the source is that of both. */
    public record Remedy(String cause, String cure, Source source) {
        /** @throws IllegalArgumentException naming the member that is missing */
        public Remedy {
            Check.present("cause", cause);
            Check.present("cure", cure);
            Check.present("source", source);
        }
    }

    /** A request and its response as HTTP/1.1 sends them, but with LF line ends. */
    public record WireExample(String request, String response) {
        /** @throws IllegalArgumentException naming the member that is missing */
        public WireExample {
            Check.present("request", request);
            Check.present("response", response);
        }
    }

    /** A response field that tells who sent it; {@code value} is null where its presence is enough. */
    public record Sign(String field, String value, String note) {
        /** @throws IllegalArgumentException naming the member that is missing */
        public Sign {
            Check.present("field", field);
            Check.present("note", note);
        }
    }

    /** Another code, and when that one is right. */
    public record Related(int code, String difference) {
        /** @throws IllegalArgumentException naming the member that is missing or wrong */
        public Related {
            Check.statusCode(code);
            Check.present("difference", difference);
        }
    }
}
