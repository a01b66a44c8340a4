package com.shadowlanes.httpcodes.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.shadowlanes.httpcodes.catalog.Use.Content;
import com.shadowlanes.httpcodes.catalog.Use.Field;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wire examples are read by Netty as if they came over a connection, and held to the duties that stand beside them. */
class WireExampleTest {
    private static final Catalog CATALOG = DatasetReader.read();

    /** What came over a connection; {@code complete} as soon as the content is as long as Content-Length says. */
    private static final class Received {
        final HttpMessage head;
        int contentLength;
        boolean complete;

        Received(HttpMessage head) {
            this.head = head;
        }
    }

    /** An example with the code that it is for. */
    record Example(int code, Use use) {
        Received request() {
            List<Received> requests =
                    receive(new HttpRequestDecoder(), use.wireExample().request());
            assertEquals(1, requests.size(), this + ": more than one request; is Content-Length too small?");
            return requests.get(0);
        }

        /** The response with this code; a final one may follow an interim one. */
        Received response() {
            boolean toHead = ((HttpRequest) request().head).method().equals(HttpMethod.HEAD);
            HttpResponseDecoder decoder = new HttpResponseDecoder() {
                @Override
                protected boolean isContentAlwaysEmpty(HttpMessage message) {
                    return toHead || super.isContentAlwaysEmpty(message);
                }
            };
            List<Received> responses = receive(decoder, use.wireExample().response());
            assertTrue(
                    code < 200 || responses.size() == 1,
                    this + ": more than one response; is Content-Length too small?");
            return responses.get(0);
        }

        @Override
        public String toString() {
            return "codes/" + code + ".yaml, " + use.reasonPhrase() + ", wireExample";
        }
    }

    static Stream<Example> examples() {
        return CATALOG.all().stream()
                .flatMap(code -> code.uses().map(use -> new Example(code.code(), use)))
                .filter(example -> example.use.wireExample() != null);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theRequestIsAsItWouldBeSent(Example example) {
        Received request = example.request();
        HttpHeaders fields = request.head.headers();
        assertTrue(fields.contains("Host"), example + ": a request needs Host (RFC 9112 §3.2)");
        // Content may be held back until the server asks for it, and what a 408 waited for did not come.
        if (!fields.contains("Expect") && example.code != 408) {
            assertTrue(request.complete, example + ": the request's Content-Length is too large");
        }
        assertContentIsDescribed(example, request);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theResponseHasTheCodeAndItsReasonPhrase(Example example) {
        Received response = example.response();
        if (example.use.seenBy() != Use.SeenBy.CONTENT) {
            HttpResponse head = (HttpResponse) response.head;
            assertEquals(example.code, head.status().code(), example.toString());
            assertEquals(example.use.reasonPhrase(), head.status().reasonPhrase(), example.toString());
        }
        assertTrue(response.complete, example + ": the response's Content-Length is too large");
        assertContentIsDescribed(example, response);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theMessagesKeepTheDutiesOfTheirFields(Example example) {
        Received request = example.request();
        Received response = example.response();
        for (Field field : example.use.fields()) {
            HttpHeaders fields = (field.in() == Field.Side.REQUEST ? request : response).head.headers();
            if (field.requirement() == Field.Requirement.MUST) {
                assertTrue(fields.contains(field.name()), example + ": must have " + field.name());
            } else if (field.requirement() == Field.Requirement.MUST_NOT && !isAllowedElsewhere(field, example.use)) {
                assertFalse(fields.contains(field.name()), example + ": must not have " + field.name());
            }
        }
    }

    /** What another rule asks for or allows is forbidden under a condition only, which the note states. */
    private static boolean isAllowedElsewhere(Field forbidden, Use use) {
        return use.fields().stream()
                .filter(field -> field.name().equals(forbidden.name()) && field.in() == forbidden.in())
                .anyMatch(field -> field.requirement() != Field.Requirement.MUST_NOT);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theResponseHasContentWhereItShould(Example example) {
        int length = example.response().contentLength;
        if (example.use.content() == Content.FORBIDDEN) {
            assertEquals(0, length, example + ": content is forbidden");
        } else if (example.use.content() == Content.EXPECTED) {
            assertTrue(length > 0, example + ": content is expected");
        }
    }

    private static void assertContentIsDescribed(Example example, Received message) {
        if (message.contentLength > 0) {
            assertTrue(message.head.headers().contains("Content-Type"), example + ": content needs Content-Type");
            assertTrue(message.head.headers().contains("Content-Length"), example + ": content needs Content-Length");
        }
    }

    private static List<Received> receive(ChannelHandler decoder, String text) {
        EmbeddedChannel connection = new EmbeddedChannel(decoder);
        connection.writeInbound(Unpooled.copiedBuffer(withCrlf(text), StandardCharsets.UTF_8));
        List<Received> messages = new ArrayList<>();
        for (HttpObject part = connection.readInbound(); part != null; part = connection.readInbound()) {
            assertTrue(part.decoderResult().isSuccess(), "cannot be parsed: " + text);
            if (part instanceof HttpMessage head) {
                messages.add(new Received(head));
            }
            if (part instanceof HttpContent content) {
                Received message = messages.get(messages.size() - 1);
                message.contentLength += content.content().readableBytes();
                message.complete = part instanceof LastHttpContent;
            }
        }
        return messages;
    }

    /** Ends the lines of a header section as HTTP does; after an interim response another header section follows. */
    private static String withCrlf(String text) {
        int end = text.indexOf("\n\n");
        String head = end < 0 ? text : text.substring(0, end);
        String rest = end < 0 ? "" : text.substring(end + 2);
        boolean interim = text.startsWith("HTTP/1.1 1") && !rest.isEmpty();
        return head.replace("\n", "\r\n") + "\r\n\r\n" + (interim ? withCrlf(rest) : rest);
    }
}
