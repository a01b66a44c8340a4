package com.shadowlanes.httpcodes.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.quarkus.vertx.http.runtime.QuarkusHttpHeaders;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;

/**
 * Gives resources each header as it was sent: Quarkus's handler of events splits headers at commas, so that
 * {@code @HeaderParam} would get the first piece of {@code User-Agent: X (KHTML, like Gecko)}. Can go when it no longer does.
 */
class WholeHeaders {
    void restore(@Observes Filters filters) {
        filters.register(
                routing -> {
                    if (routing.request().headers() instanceof QuarkusHttpHeaders headers
                            && headers.getContextObjects().get(APIGatewayV2HTTPEvent.class) instanceof Event event) {
                        event.getHeaders().forEach((name, value) -> {
                            if (value.indexOf(',') >= 0) {
                                headers.set(name, value);
                            }
                        });
                    }
                    routing.next();
                },
                Integer.MAX_VALUE);
    }
}
