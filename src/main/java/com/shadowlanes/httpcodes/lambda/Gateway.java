package com.shadowlanes.httpcodes.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.shadowlanes.httpcodes.site.ProblemKind;
import com.shadowlanes.httpcodes.site.Representation;
import com.shadowlanes.httpcodes.web.Documents;
import com.shadowlanes.httpcodes.web.HeaderPolicy;
import com.shadowlanes.httpcodes.web.HttpRequest;
import com.shadowlanes.httpcodes.web.HttpResponse;
import com.shadowlanes.httpcodes.web.Problems;
import com.shadowlanes.httpcodes.web.Settings;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stands before Quarkus's handler of the HTTP API's events (payload format 2.0). It answers with finished documents at
 * once, which spares Netty, Vert.x and REST. It passes everything else on, and corrects what the gateway and Quarkus's handler
 * get wrong.
 */
@Decorator
@Priority(1)
class Gateway implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    /**
     * An HTTP API sends the path decoded, so that a percent sign stands for itself (RFC 3986 §3.3). Of doubled slashes Quarkus
     * would make a single one, or the beginning of a host.
     */
    private static final Pattern NOT_IN_A_PATH = Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@/-]+|(?<=/)/");

    /** The query comes as it was sent, a stray percent sign included (RFC 3986 §3.4). */
    private static final Pattern NOT_IN_A_QUERY =
            Pattern.compile("%(?![0-9A-Fa-f]{2})|[^%A-Za-z0-9._~!$&'()*+,;=:@/?-]+");

    @Inject
    @Any
    @Delegate
    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> quarkus;

    @Inject
    Documents documents;

    @Inject
    Problems problems;

    @Inject
    Settings settings;

    /** Off, everything goes through REST: the tests hold both ways to the same responses. */
    @ConfigProperty(name = "site.short-cut", defaultValue = "true")
    boolean isShort;

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        if (!isRequest(event)) {
            return notAnEvent(event);
        }
        HttpRequest request = request(event);
        Optional<HttpResponse> response =
                refusal((Event) event, request).or(() -> isShort ? documents.response(request) : Optional.empty());
        if (response.isPresent()) {
            return finished(response.get(), request);
        }
        event.setRawPath(encoded(request.path(), NOT_IN_A_PATH));
        event.setRawQueryString(request.query());
        ((Event) event).keepHeadersOfTheRequest();
        return quarkus.handleRequest(event, context);
    }

    /** Whether there is a method and a path. */
    private static boolean isRequest(APIGatewayV2HTTPEvent event) {
        String method = method(event);
        return method != null
                && Event.isToken(method)
                && event.getRawPath() != null
                && event.getRawPath().startsWith("/");
    }

    private static String method(APIGatewayV2HTTPEvent event) {
        return event == null
                        || event.getRequestContext() == null
                        || event.getRequestContext().getHttp() == null
                ? null
                : event.getRequestContext().getHttp().getMethod();
    }

    private FinishedResponse notAnEvent(APIGatewayV2HTTPEvent event) {
        String method = "HEAD".equals(method(event)) ? "HEAD" : "GET";
        HttpRequest unknown = new HttpRequest(method, "/", "", Map.of("accept", Representation.PROBLEM));
        return finished(problems.response(ProblemKind.NOT_AN_EVENT, unknown), unknown);
    }

    private static FinishedResponse finished(HttpResponse response, HttpRequest request) {
        return new FinishedResponse(HeaderPolicy.apply(response.to(request)));
    }

    /** The secret is checked first, so that whoever does not have it learns nothing else. */
    private Optional<HttpResponse> refusal(Event event, HttpRequest request) {
        if (!settings.isFromTheEdge(request)) {
            return Optional.of(
                    problems.response(ProblemKind.WRONG_ADDRESS, Map.of("url", settings.siteUrl()), request));
        }
        return Optional.ofNullable(event.fault())
                // The cache key knows nothing of what was wrong.
                .map(fault -> problems.response(fault.kind(), fault.values(), request)
                        .with("Cache-Control", HeaderPolicy.NO_STORE));
    }

    private static HttpRequest request(APIGatewayV2HTTPEvent event) {
        String query = event.getRawQueryString();
        return new HttpRequest(
                method(event),
                event.getRawPath(),
                query == null || query.isEmpty() ? "" : encoded(query, NOT_IN_A_QUERY),
                event.getHeaders());
    }

    private static String encoded(String text, Pattern illegal) {
        return illegal.matcher(text).replaceAll(found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8)
                .replace("+", "%20"));
    }
}
