package com.shadowlanes.httpcodes.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.shadowlanes.httpcodes.lambda.EventMapper.DocumentResponse;
import com.shadowlanes.httpcodes.site.Document;
import com.shadowlanes.httpcodes.web.Answer;
import com.shadowlanes.httpcodes.web.Answers;
import com.shadowlanes.httpcodes.web.Request;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Stands before Quarkus's handler of the HTTP API's events (payload format 2.0). It answers with finished documents at
 * once, which spares Netty, Vert.x and REST. It passes everything else on, and corrects what the gateway and Quarkus's handler
 * get wrong.
 */
@Decorator
@Priority(1)
class Gateway implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** An HTTP API sends the path decoded, so that a percent sign stands for itself (RFC 3986 §3.3). */
    private static final Pattern NOT_IN_A_PATH = Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@/-]+");

    /** The query comes as it was sent, a stray percent sign included (RFC 3986 §3.4). */
    private static final Pattern NOT_IN_A_QUERY =
            Pattern.compile("%(?![0-9A-Fa-f]{2})|[^%A-Za-z0-9._~!$&'()*+,;=:@/?-]+");

    @Inject
    @Any
    @Delegate
    RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> quarkus;

    @Inject
    Answers answers;

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Http http = event == null || event.getRequestContext() == null
                ? null
                : event.getRequestContext().getHttp();
        String method = http == null ? null : http.getMethod();
        if (method == null
                || !isToken(method)
                || event.getRawPath() == null
                || !event.getRawPath().startsWith("/")) {
            Request none = new Request("HEAD".equals(method) ? "HEAD" : "GET", "/", "", name -> Document.PROBLEM);
            return new DocumentResponse(
                    answers.refused(400, "This is not an event of an HTTP API in payload format 2.0.", none));
        }
        Request request = request(event);
        Optional<Answer> refusal = refusal((Event) event, request);
        if (refusal.isPresent()) {
            return new DocumentResponse(refusal.get());
        }
        // Redirects too: Quarkus takes doubled slashes for single ones.
        if (answers.isReady(request)) {
            return new DocumentResponse(answers.answer(request));
        }
        event.setRawPath(encoded(request.path(), NOT_IN_A_PATH));
        event.setRawQueryString(request.query());
        ((Event) event).keepHeadersOfTheRequest();
        return quarkus.handleRequest(event, context);
    }

    /** The secret is checked first, so that whoever does not have it learns nothing else. */
    private Optional<Answer> refusal(Event event, Request request) {
        return answers.refusal(request).or(() -> Optional.ofNullable(event.fault())
                .map(fault -> answers.refused(fault.status(), fault.detail(), request)));
    }

    /** Whether a text is a token (RFC 9110 §5.6.2), as methods and the names of headers are. */
    static boolean isToken(String text) {
        return text.equals("GET") || TOKEN.matcher(text).matches();
    }

    private static Request request(APIGatewayV2HTTPEvent event) {
        Map<String, String> headers = event.getHeaders();
        String query = event.getRawQueryString();
        return new Request(
                event.getRequestContext().getHttp().getMethod(),
                event.getRawPath(),
                query == null || query.isEmpty() ? "" : encoded(query, NOT_IN_A_QUERY),
                name -> headers.get(name.toLowerCase(Locale.ROOT)));
    }

    private static String encoded(String text, Pattern illegal) {
        return illegal.matcher(text).replaceAll(found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8)
                .replace("+", "%20"));
    }
}
