package com.shadowlanes.httpcodes.lambda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.shadowlanes.httpcodes.site.ProblemKind;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How Quarkus reads events and writes responses: it takes an {@link ObjectMapper} that is there. This one needs no
 * reflection, copies documents as they are, and reads of an event what a request consists of.
 */
class EventMapper {
    @Produces
    @Singleton
    static ObjectMapper mapper() {
        return new FinishedMapper(new ObjectMapper(new WholeEvents())
                .registerModule(new SimpleModule()
                        .addDeserializer(APIGatewayV2HTTPEvent.class, new EventReader())
                        .addSerializer(APIGatewayV2HTTPResponse.class, new ResponseWriter())));
    }

    /** Leaves out the modules that Quarkus adds to its copy: nothing here has dates, and Joda-Time is 2 % of the executable. */
    private static final class FinishedMapper extends ObjectMapper {
        private static final Set<String> OF_DATES = Set.of("JodaModule", "DateModule");

        private FinishedMapper(ObjectMapper mapper) {
            super(mapper);
        }

        @Override
        public ObjectMapper copy() {
            return new FinishedMapper(this);
        }

        /** @throws UnsupportedOperationException if the module is for something else, which would be missed */
        @Override
        public ObjectMapper registerModule(Module module) {
            if (!OF_DATES.contains(module.getClass().getSimpleName())) {
                throw new UnsupportedOperationException(module.getModuleName() + " is not used for events");
            }
            return this;
        }
    }

    /** Has the bytes of an event at hand, so that a body which is too large is never copied. */
    private static final class WholeEvents extends JsonFactory {
        WholeEvents() {
            enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION.mappedFeature());
        }

        @Override
        public JsonFactory copy() {
            return this;
        }

        @Override
        public JsonParser createParser(InputStream json) throws IOException {
            return createParser(json.readAllBytes());
        }
    }

    /** Reads payload format 2.0. What is missing, or not of its type, is null. */
    private static final class EventReader extends JsonDeserializer<APIGatewayV2HTTPEvent> {
        private static final JsonFactory PLAIN = new JsonFactory();

        @Override
        public APIGatewayV2HTTPEvent deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Event event = new Event();
            JsonLocation[] body = new JsonLocation[1];
            readMembers(json, name -> {
                switch (name) {
                    case "rawPath" -> event.setRawPath(text(json));
                    case "rawQueryString" -> event.setRawQueryString(text(json));
                    case "headers" -> readHeaders(json, event);
                    case "cookies" -> readCookies(json, event);
                    case "requestContext" -> event.setRequestContext(requestContext(json));
                    case "isBase64Encoded" -> event.setIsBase64Encoded(json.hasToken(JsonToken.VALUE_TRUE));
                    case "body" -> {
                        if (json.hasToken(JsonToken.VALUE_STRING)) {
                            body[0] = json.currentTokenLocation();
                        }
                        json.skipChildren();
                    }
                    default -> json.skipChildren();
                }
            });
            if (body[0] != null) {
                readBody((byte[]) body[0].contentReference().getRawContent(), (int) body[0].getByteOffset(), event);
            }
            return event;
        }

        private static void readHeaders(JsonParser json, Event event) throws IOException {
            readMembers(json, name -> {
                String value = text(json);
                if (value != null) {
                    event.addHeader(name, value);
                }
            });
        }

        private static void readCookies(JsonParser json, Event event) throws IOException {
            List<String> cookies = new ArrayList<>();
            if (json.isExpectedStartArrayToken()) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    String cookie = text(json);
                    if (cookie != null) {
                        cookies.add(cookie);
                    }
                }
            }
            json.skipChildren();
            if (!cookies.isEmpty()) {
                event.addHeader("cookie", String.join("; ", cookies));
            }
        }

        /** @param start where the JSON string of the body begins, with its quotation mark */
        private static void readBody(byte[] json, int start, Event event) throws IOException {
            // Base64 has four characters for three bytes (RFC 4648 §4).
            int largest = event.getIsBase64Encoded() ? (Event.LARGEST_BODY + 2) / 3 * 4 : Event.LARGEST_BODY;
            if (isLongerThan(largest, json, start)) {
                event.refuse(ProblemKind.BODY_TOO_LARGE);
                return;
            }
            try (JsonParser body = PLAIN.createParser(json, start, json.length - start)) {
                event.setBody(body.nextTextValue());
            }
            if (event.getIsBase64Encoded()) {
                checkBase64(event);
            }
        }

        private static void checkBase64(Event event) {
            try {
                if (Base64.getDecoder().decode(event.getBody()).length > Event.LARGEST_BODY) {
                    event.refuse(ProblemKind.BODY_TOO_LARGE);
                }
            } catch (IllegalArgumentException e) {
                event.refuse(ProblemKind.BODY_NOT_BASE64);
            }
        }

        /** Whether a JSON string has more bytes than these when it is read, in UTF-8. */
        private static boolean isLongerThan(int largest, byte[] json, int start) {
            int length = 0;
            for (int i = start + 1; json[i] != '"' && length <= largest; i++) {
                length++;
                if (json[i] == '\\') {
                    i++;
                    if (json[i] == 'u') {
                        length += extraBytes(HexFormat.fromHexDigits(new String(json, i + 1, 4, ISO_8859_1)));
                        i += 4;
                    }
                }
            }
            return length > largest;
        }

        /** How many bytes more than one a UTF-16 unit takes in UTF-8; half a surrogate pair takes two of its four. */
        private static int extraBytes(int unit) {
            return unit < 0x80 ? 0 : unit < 0x800 || Character.isSurrogate((char) unit) ? 1 : 2;
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

    /** Writes payload format 2.0, which has no {@code multiValueHeaders}. */
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
            if (response.getCookies() != null) {
                json.writeArrayFieldStart("cookies");
                for (String cookie : response.getCookies()) {
                    json.writeString(cookie);
                }
                json.writeEndArray();
            }
            json.writeFieldName("body");
            if (response instanceof FinishedResponse finished && finished.content() != null) {
                byte[] content = finished.content().inJson();
                json.writeRawUTF8String(content, 0, content.length);
            } else {
                json.writeString(response.getBody() == null ? "" : response.getBody());
            }
            json.writeBooleanField("isBase64Encoded", response.getIsBase64Encoded());
            json.writeEndObject();
        }
    }
}
