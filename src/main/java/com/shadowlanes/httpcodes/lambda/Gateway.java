package com.shadowlanes.httpcodes.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Stands before Quarkus's handler of the HTTP API's events (payload format 2.0). It answers with finished documents at
 * once, which spares Netty, Vert.x and REST, and hands on everything else with the gateway's quirks mended.
 */
@Decorator
@Priority(1)
class Gateway implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    /** A token (RFC 9110 §5.6.2). */
    private static final Pattern METHOD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

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
        if (event == null
                || event.getRequestContext() == null
                || event.getRequestContext().getHttp() == null
                || event.getRequestContext().getHttp().getMethod() == null
                || !isMethod(event.getRequestContext().getHttp().getMethod())
                || event.getRawPath() == null
                || !event.getRawPath().startsWith("/")) {
            Request none = new Request("GET", "/", "", name -> Document.PROBLEM);
            return new DocumentResponse(answers.problem(
                    400, "This is not an event of an HTTP API in payload format 2.0.", List.of(), none));
        }
        Request request = request(event);
        Optional<Answer> refusal = answers.refusal(request);
        if (refusal.isPresent()) {
            return new DocumentResponse(refusal.get());
        }
        // Redirects too: Quarkus takes doubled slashes for single ones.
        if (answers.isReady(request)) {
            return new DocumentResponse(answers.answer(request));
        }
        event.setRawPath(encoded(request.path(), NOT_IN_A_PATH));
        event.setRawQueryString(request.query());
        return quarkus.handleRequest(event, context);
    }

    private static boolean isMethod(String method) {
        return method.equals("GET") || METHOD.matcher(method).matches();
    }

    private static Request request(APIGatewayV2HTTPEvent event) {
        Map<String, String> fields = event.getHeaders() == null ? Map.of() : event.getHeaders();
        String query = event.getRawQueryString();
        return new Request(
                event.getRequestContext().getHttp().getMethod(),
                event.getRawPath(),
                query == null || query.isEmpty() ? "" : encoded(query, NOT_IN_A_QUERY),
                fields::get);
    }

    private static String encoded(String text, Pattern illegal) {
        return illegal.matcher(text).replaceAll(found -> URLEncoder.encode(found.group(), StandardCharsets.UTF_8)
                .replace("+", "%20"));
    }
}
