package com.shadowlanes.httpcodes.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.shadowlanes.httpcodes.site.Representation;
import com.shadowlanes.httpcodes.web.HttpResponse;

/** A response whose content stands ready as the gateway takes it. */
final class FinishedResponse extends APIGatewayV2HTTPResponse {
    private final Representation content;

    FinishedResponse(HttpResponse response) {
        super(response.status(), response.headers(), null, null, null, isBase64(response.content()));
        this.content = response.content();
    }

    private static boolean isBase64(Representation content) {
        return content != null && content.isBase64();
    }

    /** Null where there is none. */
    Representation content() {
        return content;
    }
}
