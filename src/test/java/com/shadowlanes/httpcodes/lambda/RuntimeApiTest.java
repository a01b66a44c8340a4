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
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Quarkus's poll loop asks of a connection to the Runtime API. */
class RuntimeApiTest {
    private final RuntimeApi api = new RuntimeApi();
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
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("in".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.getResponseBody().write(" parts".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.createContext("/response", exchange -> answer(exchange, 202, "{\"status\":\"OK\"}"));
        server.createContext("/too-large", exchange -> answer(exchange, 413, "{}"));
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
        HttpURLConnection connection = open(path);
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
        assertEquals("", content(open("/none")));
    }

    @Test
    void reportsAnError() throws IOException {
        HttpURLConnection refused = post("/too-large", new byte[10]);
        IOException error = assertThrows(IOException.class, refused::getInputStream);
        assertTrue(error.getMessage().contains("413"), error.getMessage());
        assertEquals("{\"status\":\"OK\"}", content(post("/response", new byte[10])));
        assertEquals(1, clients.size());
    }

    @Test
    void reportsThatNobodyListens() throws IOException {
        int port = server.getAddress().getPort();
        server.stop(0);
        HttpURLConnection next = open(port, "/next");
        assertNull(next.getHeaderField("Lambda-Runtime-Aws-Request-Id"));
        assertThrows(IOException.class, next::getResponseCode);
    }

    @Test
    void connectsAgainWhenTheOtherSideHasClosed() throws Exception {
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 3; i++) {
                    try (Socket socket = once.accept()) {
                        socket.getInputStream().read(new byte[10_000]);
                        socket.getOutputStream()
                                .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK"
                                        .getBytes(StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }
            });
            for (int i = 0; i < 3; i++) {
                assertEquals("OK", content(open(once.getLocalPort(), "/next")));
            }
            served.get();
        }
    }

    @Test
    void endsItsWaitWhenItIsDisconnected() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpURLConnection next = open(silent.getLocalPort(), "/next");
            CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return next.getResponseCode();
                } catch (IOException e) {
                    return -1;
                }
            });
            silent.accept().getInputStream().read();
            next.disconnect();
            assertEquals(-1, waiting.get());
            assertThrows(IOException.class, next::getInputStream);
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
