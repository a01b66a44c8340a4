package com.shadowlanes.httpcodes.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the native process behaves as a Lambda runtime when something goes wrong: it says why, once, and ends. */
@Timeout(30)
class ProcessIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEXT = "GET /2018-06-01/runtime/invocation/next ";
    private static final String ACCEPTED = response("202 Accepted", "{\"status\":\"OK\"}");
    private static final String REFUSED = "{\"errorMessage\":\"so it is\"}";

    @TempDir
    Path folder;

    private RuntimeServer server;
    private Process process;

    @AfterEach
    void stop() throws IOException {
        process.destroyForcibly();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void answersOneEventAfterAnotherAndLogsLinesOfJson() throws Exception {
        start(Map.of(), request -> request.startsWith(NEXT) ? event("{}") : ACCEPTED);
        server.await(200);
        assertTrue(process.isAlive());
        process.destroy();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        assertTrue(log().stream().anyMatch(line -> line.path("message").asText().contains("started in")));
        assertTrue(log().stream().noneMatch(line -> line.path("level").asText().equals("DEBUG")));
    }

    @Test
    void endsWhereNothingListens() throws Exception {
        start(Map.of("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:1"), request -> null);
        assertEndsWith("Connection refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"202 Accepted", "403 Forbidden", "404 Not Found", "410 Gone", "413 Too Large", "500 Error"})
    void endsWhenAPollIsRefused(String status) throws Exception {
        start(Map.of(), request -> response(status, REFUSED));
        assertEndsWith("status " + status.substring(0, 3) + " " + REFUSED);
        assertEquals(1, server.requests.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 2\r\n\r\n{}",
                "Lambda-Runtime-Aws-Request-Id: 1\r\nContent-Length: 99999999999\r\n\r\n{}"
            })
    void endsWhenAPollBringsNoEvent(String answer) throws Exception {
        start(Map.of(), request -> "HTTP/1.1 200 OK\r\n" + answer);
        assertEndsWith("GET ");
        assertEquals(1, server.requests.size());
    }

    /** A secret is not a template of SmallRye Config's: what looks like one must not open the origin. */
    @ParameterizedTest
    @ValueSource(strings = {"${x}", "a${x}b", "${HOME}", "a$${b}", "${"})
    void refusesWhoDoesNotSendTheSecretWhateverItContains(String secret) throws Exception {
        String without = "{\"rawPath\":\"/404\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}";
        String with = without.replace(
                "\"requestContext", "\"headers\":{\"x-origin-verify\":\"" + secret + "\"},\"requestContext");
        start(
                Map.of("EDGE_SECRET", secret),
                request -> !request.startsWith(NEXT) ? ACCEPTED : event(server.requests.size() == 1 ? without : with));
        server.await(4);
        assertTrue(server.requests.get(1).contains("{\"statusCode\":403,"), server.requests.get(1));
        assertTrue(server.requests.get(3).contains("{\"statusCode\":200,"), server.requests.get(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "H", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"rawPath\":"})
    void endsWhenTheConnectionIsLostInTheFirstPoll(String beginning) throws Exception {
        start(Map.of(), request -> beginning);
        assertEndsWith("GET ");
        assertEquals(1, server.requests.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"H", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"rawPath\":"})
    void endsWhenTheConnectionIsLostInALaterEvent(String beginning) throws Exception {
        start(
                Map.of(),
                request ->
                        !request.startsWith(NEXT) ? ACCEPTED : server.requests.size() == 1 ? event("{}") : beginning);
        assertEndsWith("GET ");
        assertEquals(3, server.requests.size());
    }

    @ParameterizedTest
    @CsvSource({"{}, response", "no JSON, error"})
    void endsWhenWhatItPostsIsRefused(String event, String action) throws Exception {
        for (String status : List.of("403 Forbidden", "404 Not Found", "410 Gone", "413 Too Large", "500 Error")) {
            start(Map.of(), request -> request.startsWith(NEXT) ? event(event) : response(status, REFUSED));
            assertEndsWith("status " + status.substring(0, 3) + " " + REFUSED);
            assertEquals(2, server.requests.size());
            assertTrue(server.requests.get(1).startsWith("POST /2018-06-01/runtime/invocation/1-2-3/" + action));
        }
    }

    /** Lambda's events have at most 6 MB. */
    @Test
    void staysSmallWhateverIsSentToIt() throws Exception {
        String event = "{\"requestContext\":{\"http\":{\"method\":\"POST\"}},\"rawPath\":\"/404\",\"body\":\""
                + "x".repeat(6_000_000) + "\"}";
        List<Long> sizes = new CopyOnWriteArrayList<>();
        start(Map.of(), request -> {
            sizes.add(residentKilobytes());
            return request.startsWith(NEXT) ? event(event) : ACCEPTED;
        });
        server.await(200);
        assertTrue(process.isAlive());
        List<String> posted = server.requests.stream()
                .filter(request -> request.startsWith("POST"))
                .toList();
        assertTrue(posted.stream().allMatch(request -> request.contains("\"statusCode\":413")), posted::toString);
        long grown = sizes.get(199) - sizes.get(40);
        assertTrue(grown < 8 * 1024, "its memory grew by " + grown + " KB in 80 events");
    }

    private long residentKilobytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // It has just ended, which the test notices.
        }
    }

    @Test
    void endsWhenItsMemoryIsUsedUp() throws Exception {
        String large = "{\"rawPath\":\"/" + "x".repeat(6_000_000) + "\"}";
        start(List.of("-Xmx12m"), Map.of(), request -> request.startsWith(NEXT) ? event(large) : ACCEPTED);
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it goes on without memory");
        assertNotEquals(0, process.exitValue());
    }

    @ParameterizedTest
    @CsvSource({
        "SITE_URL, codes.example.org",
        "SITE_URL, https://codes.example.org/path",
        "SITE_URL, ''",
        "SITE_URL, https://${x}",
        "EDGE_SECRET, ''",
        "EDGE_SECRET, '  '"
    })
    void reportsTheSettingThatStopsItsStart(String name, String value) throws Exception {
        start(Map.of(name, value), request -> ACCEPTED);
        assertEndsWith(name);
        assertEquals(1, server.requests.size(), server.requests::toString);
        String report = server.requests.get(0);
        assertTrue(report.startsWith("POST /2018-06-01/runtime/init/error "), report);
        assertTrue(report.toLowerCase().contains("lambda-runtime-function-error-type: runtime."), report);
        JsonNode error = JSON.readTree(report.substring(report.indexOf("\r\n\r\n")));
        assertTrue(error.path("errorMessage").asText().contains(name), report);
        assertEquals(
                "java.lang.IllegalArgumentException", error.path("errorType").asText());
    }

    @Test
    void endsEvenWhereItsReportIsRefused() throws Exception {
        start(Map.of("SITE_URL", "x"), request -> response("500 Error", REFUSED));
        assertEndsWith("SITE_URL");
    }

    private void start(Map<String, String> environment, Function<String, String> answers) throws IOException {
        start(List.of(), environment, answers);
    }

    private void start(List<String> options, Map<String, String> environment, Function<String, String> answers)
            throws IOException {
        server = new RuntimeServer(answers);
        List<String> command = new ArrayList<>(List.of(System.getProperty("native.image.path")));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment()
                .putAll(Map.of("AWS_LAMBDA_RUNTIME_API", server.address(), "DISABLE_SIGNAL_HANDLERS", "true"));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Ends with a status that says so, after one line that tells why. */
    private void assertEndsWith(String reason) throws Exception {
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), "it goes on: " + log());
        assertEquals(1, process.exitValue());
        List<JsonNode> fatal = log().stream()
                .filter(line -> line.path("level").asText().equals("FATAL"))
                .toList();
        assertEquals(1, fatal.size(), fatal::toString);
        assertTrue(fatal.get(0).path("message").asText().contains(reason), fatal::toString);
    }

    /** What was logged; every line has to be JSON. */
    private List<JsonNode> log() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("log"))) {
            JsonNode json = JSON.readTree(line);
            for (String member : List.of("timestamp", "level", "logger", "message")) {
                assertFalse(json.path(member).asText().isEmpty(), line);
            }
            lines.add(json);
        }
        return lines;
    }

    private static String event(String content) {
        return response("200 OK\r\nLambda-Runtime-Aws-Request-Id: 1-2-3", content);
    }

    private static String response(String status, String content) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + content.length() + "\r\n\r\n" + content;
    }

    /** Lambda's side. What it answers need not be whole: after anything but a whole response it closes the connection. */
    private static final class RuntimeServer implements AutoCloseable {
        private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        private final List<String> requests = new CopyOnWriteArrayList<>();
        private final Function<String, String> answers;

        RuntimeServer(Function<String, String> answers) throws IOException {
            this.answers = answers;
            new Thread(this::serve).start();
        }

        private void serve() {
            while (!listening.isClosed()) {
                try (Socket socket = listening.accept()) {
                    boolean whole = true;
                    while (whole) {
                        String request = read(socket);
                        if (request.isEmpty()) {
                            break;
                        }
                        requests.add(request);
                        String answer = answers.apply(request);
                        socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                        whole = answer.matches("(?s)HTTP/1.1 \\d+ .*\\}|(?s).*no JSON");
                    }
                } catch (IOException e) {
                    // The process has ended, or the test has.
                }
            }
        }

        private static String read(Socket socket) throws IOException {
            StringBuilder request = new StringBuilder();
            byte[] bytes = new byte[64 * 1024];
            while (!isWhole(request)) {
                int count = socket.getInputStream().read(bytes);
                if (count < 0) {
                    return "";
                }
                request.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
            }
            return request.toString();
        }

        private static boolean isWhole(StringBuilder request) {
            int end = request.indexOf("\r\n\r\n");
            if (end < 0) {
                return false;
            }
            String length = request.substring(0, end).replaceFirst("(?is).*content-length: (\\d+).*", "$1");
            return request.length() >= end + 4 + (length.matches("\\d+") ? Integer.parseInt(length) : 0);
        }

        String address() {
            return "127.0.0.1:" + listening.getLocalPort();
        }

        void await(int count) throws InterruptedException {
            while (requests.size() < count) {
                Thread.sleep(10);
            }
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }
}
