package com.shadowlanes.httpcodes.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.shadowlanes.httpcodes.site.Document;
import com.shadowlanes.httpcodes.web.Answer;
import com.shadowlanes.httpcodes.web.Request;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How Quarkus reads events and writes responses: it takes an {@link ObjectMapper} that is there. This one needs no
 * reflection, copies documents as they are, and leaves out of an event what decides no answer and Quarkus could trip over:
 * lengths, codings, bodies.
 */
class EventMapper {
    @Produces
    @Singleton
    static ObjectMapper mapper() {
        return new FinishedMapper(new ObjectMapper()
                .registerModule(new SimpleModule()
                        .addDeserializer(APIGatewayV2HTTPEvent.class, new EventReader())
                        .addSerializer(APIGatewayV2HTTPResponse.class, new ResponseWriter())));
    }

    /** Refuses the modules that Quarkus adds to a copy: nothing here has dates, and Joda-Time's is 2 % of the executable. */
    private static final class FinishedMapper extends ObjectMapper {
        private FinishedMapper(ObjectMapper mapper) {
            super(mapper);
        }

        @Override
        public ObjectMapper copy() {
            return new FinishedMapper(this);
        }

        @Override
        public ObjectMapper registerModule(Module module) {
            return this;
        }
    }

    /** A response whose content is a document. */
    static final class DocumentResponse extends APIGatewayV2HTTPResponse {
        private final Document document;

        DocumentResponse(Answer answer) {
            super(answer.status(), answer.fields(), null, null, null, isBase64(answer.document()));
            this.document = answer.document();
        }

        private static boolean isBase64(Document document) {
            return document != null && document.isBase64();
        }
    }

    /** Reads payload format 2.0. What is missing, or not of its type, is null. */
    private static final class EventReader extends JsonDeserializer<APIGatewayV2HTTPEvent> {
        @Override
        public APIGatewayV2HTTPEvent deserialize(JsonParser json, DeserializationContext context) throws IOException {
            APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
            readMembers(json, name -> {
                switch (name) {
                    case "rawPath" -> event.setRawPath(text(json));
                    case "rawQueryString" -> event.setRawQueryString(text(json));
                    case "headers" -> event.setHeaders(fields(json));
                    case "requestContext" -> event.setRequestContext(requestContext(json));
                    default -> json.skipChildren();
                }
            });
            return event;
        }

        /** The fields that decide anything; the gateway writes their names in lower case, its mock does not. */
        private static Map<String, String> fields(JsonParser json) throws IOException {
            Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            readMembers(json, name -> {
                String value = text(json);
                if (value != null && Request.isDecidedBy(name)) {
                    fields.putIfAbsent(name, value);
                }
            });
            return fields;
        }

        private static RequestContext requestContext(JsonParser json) throws IOException {
            RequestContext context = new RequestContext();
            readMembers(json, name -> {
                switch (name) {
                    case "stage" -> context.setStage(text(json));
                    case "http" -> {
                        Http http = new Http();
                        readMembers(json, member -> {
                            String value = text(json);
                            if (member.equals("method")) {
                                http.setMethod(value);
                            }
                        });
                        context.setHttp(http);
                    }
                    default -> json.skipChildren();
                }
            });
            return context;
        }

        private static String text(JsonParser json) throws IOException {
            json.skipChildren();
            return json.hasToken(JsonToken.VALUE_STRING) ? json.getText() : null;
        }

        /** Reads the value of a member, the parser's current one. */
        private interface MemberReader {
            void read(String name) throws IOException;
        }

        private static void readMembers(JsonParser json, MemberReader reader) throws IOException {
            if (json.isExpectedStartObjectToken()) {
                for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                    json.nextToken();
                    reader.read(name);
                }
            } else {
                json.skipChildren();
            }
        }
    }

    /** Writes payload format 2.0, which has no {@code multiValueHeaders}; the site sets no cookies. */
    private static final class ResponseWriter extends JsonSerializer<APIGatewayV2HTTPResponse> {
        @Override
        public void serialize(APIGatewayV2HTTPResponse response, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartObject();
            json.writeNumberField("statusCode", response.getStatusCode());
            json.writeObjectFieldStart("headers");
            if (response.getHeaders() != null) {
                for (Map.Entry<String, String> field : response.getHeaders().entrySet()) {
                    json.writeStringField(field.getKey(), field.getValue());
                }
            }
            json.writeEndObject();
            json.writeFieldName("body");
            if (response instanceof DocumentResponse ready && ready.document != null) {
                byte[] content = ready.document.json();
                json.writeRawUTF8String(content, 0, content.length);
            } else {
                json.writeString(response.getBody() == null ? "" : response.getBody());
            }
            json.writeBooleanField("isBase64Encoded", response.getIsBase64Encoded());
            json.writeEndObject();
        }
    }
}
