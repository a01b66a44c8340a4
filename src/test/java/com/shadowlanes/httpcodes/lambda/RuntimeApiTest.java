package com.shadowlanes.httpcodes.lambda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Quarkus's poll loop asks of a connection to the Runtime API. */
@Timeout(20)
class RuntimeApiTest {
    private static final String OK =
            "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: 1\r\nContent-Length: 2\r\n\r\nOK";

    private final List<IOException> failures = new ArrayList<>();
    private final RuntimeApi api = new RuntimeApi(failures::add);
    private final Set<InetSocketAddress> clients = new HashSet<>();
    private final List<byte[]> posted = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/next", exchange -> {
            exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "1-2-3");
            answer(exchange, 200, "{\"rawPath\":\"/404\"}");
        });
        server.createContext("/chunks", exchange -> {
            exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "1-2-3");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("in".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.getResponseBody().write(" parts".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.createContext("/response", exchange -> answer(exchange, 202, "{\"status\":\"OK\"}"));
        for (int status : new int[] {202, 403, 404, 410, 413, 500}) {
            server.createContext("/" + status, exchange -> answer(exchange, status, "{\"errorMessage\":\"why\"}"));
        }
        server.createContext("/none", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, int status, String content) throws IOException {
        clients.add(exchange.getRemoteAddress());
        posted.add(exchange.getRequestBody().readAllBytes());
        assertEquals("test", exchange.getRequestHeaders().getFirst("User-Agent"));
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private HttpURLConnection open(String path) throws IOException {
        return open(server.getAddress().getPort(), path);
    }

    private HttpURLConnection open(int port, String path) throws IOException {
        URL url = new URL(null, "http://127.0.0.1:" + port + path, api);
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setRequestProperty("User-Agent", "test");
        return connection;
    }

    private HttpURLConnection post(String path, byte[] content) throws IOException {
        return post(open(path), content);
    }

    private HttpURLConnection post(HttpURLConnection connection, byte[] content) throws IOException {
        connection.setDoOutput(true);
        connection.setRequestMethod("POST");
        connection.getOutputStream().write(content);
        return connection;
    }

    private static String content(HttpURLConnection connection) throws IOException {
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void pollsAndRespondsOverOneConnection() throws IOException {
        for (int length : new int[] {0, 1, 20_000, 300_000}) {
            HttpURLConnection next = open("/next");
            assertEquals("1-2-3", next.getHeaderField("lambda-runtime-aws-request-id"));
            assertNull(next.getHeaderField("Lambda-Runtime-Trace-Id"));
            assertEquals(200, next.getResponseCode());
            assertEquals("{\"rawPath\":\"/404\"}", content(next));

            byte[] response = new byte[length];
            new Random(length).nextBytes(response);
            HttpURLConnection answer = post("/response", response);
            assertEquals("{\"status\":\"OK\"}", content(answer));
            assertEquals(202, answer.getResponseCode());
            assertArrayEquals(response, posted.get(posted.size() - 1));
        }
        assertEquals(8, posted.size());
        assertEquals(1, clients.size());
    }

    @Test
    void readsWhatHasNoLengthOrNoContent() throws IOException {
        assertEquals("in parts", content(open("/chunks")));
        assertEquals("", content(post("/none", new byte[0])));
        assertEquals(List.of(), failures);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/202", "/403", "/404", "/410", "/413", "/500"})
    void failsAPollThatIsNotAnsweredWithAnEvent(String path) throws IOException {
        assertNull(open(path).getHeaderField("Lambda-Runtime-Aws-Request-Id"));
        assertFailedOnce("GET http://127.0.0.1", path, "status " + path.substring(1), "why");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 2\r\n\r\n{}",
                "Lambda-Runtime-Aws-Request-Id: 1\r\nContent-Length: 99999999999\r\n\r\n{}",
                "Lambda-Runtime-Aws-Request-Id: 1\r\n\r\n{}"
            })
    void failsAPollThatIsAnsweredWithNoWholeEvent(String answer) throws Exception {
        try (Script script = new Script("HTTP/1.1 200 OK\r\n" + answer, Script.HANG_UP)) {
            assertThrows(IOException.class, script.open()::getResponseCode);
            assertEquals(1, failures.size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/403", "/404", "/410", "/413", "/500"})
    void failsAResponseThatIsNotAccepted(String path) throws IOException {
        HttpURLConnection refused = post(path, new byte[10]);
        assertThrows(IOException.class, refused::getInputStream);
        assertThrows(IOException.class, refused::getResponseCode);
        assertFailedOnce("POST http://127.0.0.1", path, "status " + path.substring(1), "why");
    }

    private void assertFailedOnce(String... parts) {
        assertEquals(1, failures.size());
        for (String part : parts) {
            assertTrue(
                    failures.get(0).getMessage().contains(part), failures.get(0).getMessage());
        }
    }

    @Test
    void failsWhereNothingListens() throws IOException {
        int port = server.getAddress().getPort();
        server.stop(0);
        HttpURLConnection next = open(port, "/next");
        assertNull(next.getHeaderField("Lambda-Runtime-Aws-Request-Id"));
        assertThrows(IOException.class, next::getResponseCode);
        assertFailedOnce("Connection refused");
    }

    @Test
    void sendsNothingWhereNothingIsWritten() throws IOException {
        content(post("/response", new byte[10]));
        HttpURLConnection empty = open("/response");
        empty.setDoOutput(true);
        empty.setRequestMethod("POST");
        assertEquals(202, empty.getResponseCode());
        assertEquals(0, posted.get(1).length);
    }

    @Test
    void leavesTheResponseAloneWhenThePollIsDisconnected() throws IOException {
        HttpURLConnection next = open("/next");
        assertEquals(200, next.getResponseCode());
        next.disconnect();
        assertEquals("{\"rawPath\":\"/404\"}", content(next));
        assertEquals("{\"status\":\"OK\"}", content(post("/response", new byte[10])));
        assertEquals(1, clients.size());
    }

    @Test
    void connectsAgainWhenTheOtherSideHasHungUp() throws Exception {
        try (Script script = new Script(OK, Script.HANG_UP, OK, Script.HANG_UP, OK)) {
            assertEquals("OK", content(script.open()));
            assertEquals("OK", content(script.post("0123456789")));
            assertEquals("OK", content(script.open()));
            assertEquals(3, script.requests.size());
            assertTrue(script.requests.get(1).endsWith("\r\n\r\n0123456789"), script.requests.get(1));
        }
    }

    @Test
    void failsForGoodWhereNoAnswerComes() throws Exception {
        try (Script script = new Script(Script.IGNORE, OK)) {
            HttpURLConnection next = script.open();
            assertNull(next.getHeaderField("Lambda-Runtime-Aws-Request-Id"));
            assertThrows(IOException.class, next::getResponseCode);
            assertThrows(IOException.class, next::getInputStream);
            assertEquals(1, script.requests.size());
            assertEquals(1, failures.size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H", "HTTP/1.1 200", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nO"})
    void asksOnceWhereTheResponseHasBegun(String beginning) throws Exception {
        try (Script script = new Script(OK, beginning, Script.HANG_UP, OK)) {
            assertEquals("OK", content(script.open()));
            HttpURLConnection next = script.open();
            assertThrows(IOException.class, next::getInputStream);
            assertEquals(2, script.requests.size());
            assertEquals(1, failures.size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n?\r\n",
                "HTTP/1.1 202 Accepted\r\nContent-Length: -1\r\n\r\n",
                "?\r\n\r\n"
            })
    void sendsAResponseOnceWhateverTheAnswer(String answer) throws Exception {
        try (Script script = new Script(OK, answer, Script.ANOTHER, OK)) {
            assertEquals("OK", content(script.open()));
            HttpURLConnection response = script.post("0123456789");
            assertThrows(IOException.class, response::getInputStream);
            assertEquals(2, script.requests.size());
            assertEquals("OK", content(script.open()));
        }
    }

    @Test
    void endsItsWaitWhenItIsDisconnected() throws Exception {
        try (Script script = new Script(OK, Script.WAIT)) {
            assertEquals("OK", content(script.open()));
            HttpURLConnection next = script.open();
            CompletableFuture<String> waiting =
                    CompletableFuture.supplyAsync(() -> next.getHeaderField("Lambda-Runtime-Aws-Request-Id"));
            script.waiting.join();
            next.disconnect();
            assertNull(waiting.get());
            assertThrows(IOException.class, next::getResponseCode);
            assertEquals(2, script.requests.size());
            assertEquals(List.of(), failures);
        }
    }

    /** The other side of connections that go wrong: it does one step after the other. */
    private final class Script implements AutoCloseable {
        static final String HANG_UP = "hang up";
        static final String ANOTHER = "wait for another connection";
        static final String IGNORE = "take a request and hang up";
        static final String WAIT = "take a request and wait";

        private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final List<String> requests = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> waiting = new CompletableFuture<>();

        Script(String... steps) throws IOException {
            CompletableFuture.runAsync(() -> {
                try {
                    play(steps);
                } catch (IOException e) {
                    waiting.completeExceptionally(e);
                }
            });
        }

        private void play(String... steps) throws IOException {
            Socket socket = null;
            for (String step : steps) {
                if (socket == null) {
                    socket = listening.accept();
                }
                if (!step.equals(HANG_UP) && !step.equals(ANOTHER)) {
                    byte[] request = new byte[10_000];
                    requests.add(new String(request, 0, socket.getInputStream().read(request), StandardCharsets.UTF_8));
                }
                switch (step) {
                    case WAIT -> waiting.complete(null);
                    case ANOTHER -> socket = null;
                    case HANG_UP, IGNORE -> {
                        socket.close();
                        socket = null;
                    }
                    default -> socket.getOutputStream().write(step.getBytes(StandardCharsets.UTF_8));
                }
            }
        }

        HttpURLConnection open() throws IOException {
            return RuntimeApiTest.this.open(listening.getLocalPort(), "/next");
        }

        HttpURLConnection post(String content) throws IOException {
            return RuntimeApiTest.this.post(open(), content.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }
}
