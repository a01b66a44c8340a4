package com.shadowlanes.httpcodes.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.amazon.lambda.runtime.AbstractLambdaPollLoop;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaApi;
import io.quarkus.runtime.Application;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;

/**
 * How the native function's poll loop, which is Quarkus's, reaches Lambda's Runtime API: by one persistent connection, for a
 * fraction of what the platform's client takes (README, "How fast it is"). An exchange that fails ends the process, as AWS
 * asks of runtimes: Quarkus's loop would stop and leave the process alive, or ask again without a pause.
 *
 * <p>The substitutions can go when the native image may call {@link URL#setURLStreamHandlerFactory}: GraalVM 25.0.2 throws there,
 * and later ones implement it. All of this can go when Quarkus's loop lets others choose its client, and reports its end.
 */
final class RuntimeApi extends URLStreamHandler {
    /** Room for a page and what goes with it, so that most responses are sent at once; in bytes. */
    private static final Http1Config CONFIG =
            Http1Config.custom().setBufferSize(64 * 1024).build();

    /** Made when the loop starts, because its buffers have no place in the executable. */
    private static RuntimeApi inUse;

    private final Consumer<IOException> failed;
    private final HttpRequestExecutor executor = new HttpRequestExecutor();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(CONFIG.getBufferSize());
    private volatile DefaultBHttpClientConnection connection;

    /** @param failed what to do when an exchange has failed without being disconnected; it need not return */
    RuntimeApi(Consumer<IOException> failed) {
        this.failed = failed;
    }

    /**
     * Tells Lambda why the function cannot start; does nothing outside Lambda.
     *
     * @throws IOException if the report cannot be delivered
     */
    static void reportInitError(Throwable reason) throws IOException {
        String api = System.getenv("AWS_LAMBDA_RUNTIME_API");
        if (api == null) {
            return;
        }
        URL url = new URL(
                null,
                AmazonLambdaApi.API_PROTOCOL + api + AmazonLambdaApi.API_PATH_INIT_ERROR,
                new RuntimeApi(failure -> {}));
        HttpURLConnection report = (HttpURLConnection) url.openConnection();
        report.setRequestMethod("POST");
        report.setDoOutput(true);
        report.setRequestProperty("Content-Type", "application/json");
        report.setRequestProperty("Lambda-Runtime-Function-Error-Type", "Runtime.InitError");
        String error = JsonNodeFactory.instance
                .objectNode()
                .put("errorMessage", reason.getMessage())
                .put("errorType", reason.getClass().getName())
                .toString();
        report.getOutputStream().write(error.getBytes(StandardCharsets.UTF_8));
        report.getInputStream().close();
    }

    @Override
    protected HttpURLConnection openConnection(URL url) {
        return new Exchange(url);
    }

    @Override
    protected int getDefaultPort() {
        return 80;
    }

    private boolean isOpen() {
        return connection != null && connection.isOpen();
    }

    /** The URLs that the loop asks for; the first is that of the next event. */
    @TargetClass(AmazonLambdaApi.class)
    static final class Urls {
        @Substitute
        static URL invocationNext(String baseUrl) throws MalformedURLException {
            inUse = new RuntimeApi(
                    failure -> FatalError.exit(null, "Lambda's Runtime API failed: " + failure.getMessage()));
            return new URL(null, baseUrl + AmazonLambdaApi.API_PATH_INVOCATION_NEXT, inUse);
        }

        @Substitute
        static URL invocationResponse(String baseUrl, String requestId) throws MalformedURLException {
            String path = AmazonLambdaApi.API_PATH_INVOCATION + requestId + AmazonLambdaApi.API_PATH_RESPONSE;
            return new URL(null, baseUrl + path, inUse);
        }

        @Substitute
        static URL invocationError(String baseUrl, String requestId) throws MalformedURLException {
            String path = AmazonLambdaApi.API_PATH_INVOCATION + requestId + AmazonLambdaApi.API_PATH_ERROR;
            return new URL(null, baseUrl + path, inUse);
        }
    }

    /** The loop waits for Quarkus to start. */
    @TargetClass(AbstractLambdaPollLoop.class)
    static final class PollLoop {
        /** Lets the loop end where the start has failed: {@link Main} reports why, and the loop knows only that it did. */
        @Substitute
        private void checkQuarkusBootstrapped() {
            try {
                Application.currentApplication().start(new String[0]);
            } catch (IllegalStateException e) {
                // The application has told the loop to stop.
            }
        }
    }

    /** One request and its response: so much of a connection as the poll loop uses. */
    private final class Exchange extends HttpURLConnection {
        private final List<Header> fields = new ArrayList<>();
        private volatile boolean isDisconnected;
        private volatile ClassicHttpResponse response;
        private InputStream received;
        private IOException failure;

        Exchange(URL url) {
            super(url);
            content.reset();
        }

        @Override
        public void setRequestProperty(String name, String value) {
            fields.add(new BasicHeader(name, value));
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        /** Fails as it did before if it has failed: who asks again wants to know why, not another event. */
        @Override
        public void connect() throws IOException {
            if (response == null && failure == null) {
                try {
                    exchange();
                } catch (IOException e) {
                    failure = e;
                } catch (HttpException | RuntimeException e) {
                    failure = new IOException(e);
                }
                if (failure != null) {
                    failure = new IOException(method + " " + url + ": " + failure.getMessage(), failure);
                    if (isOpen()) {
                        connection.close(CloseMode.IMMEDIATE);
                    }
                    if (!isDisconnected) {
                        failed.accept(failure);
                    }
                }
            }
            if (failure != null) {
                throw failure;
            }
        }

        private void exchange() throws IOException, HttpException {
            boolean isReused = isOpen();
            long receivedBefore = isReused ? receivedBytes() : 0;
            try {
                response = send();
            } catch (IOException e) {
                // The other side may have closed the connection since it was last used; if it has begun to respond, it
                // has also received the request, which must not be sent again.
                if (!isReused || receivedBytes() > receivedBefore) {
                    throw e;
                }
                response = send();
            }
            HttpEntity entity = response.getEntity();
            if (entity != null && entity.getContentLength() < 0 && !entity.isChunked()) {
                throw new IOException("the response has no length, so that nothing tells whether it is whole");
            }
            byte[] bytes = entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
            received = new ByteArrayInputStream(bytes);
            // An event comes with 200, and what is posted is accepted with 202.
            boolean isAsExpected = doOutput ? response.getCode() / 100 == 2 : response.getCode() == HttpStatus.SC_OK;
            if (!isAsExpected) {
                String explanation = new String(bytes, 0, Math.min(bytes.length, 500), StandardCharsets.UTF_8);
                throw new IOException("status " + response.getCode() + " " + explanation);
            }
            if (!doOutput && response.getFirstHeader(AmazonLambdaApi.LAMBDA_RUNTIME_AWS_REQUEST_ID) == null) {
                throw new IOException("an event without " + AmazonLambdaApi.LAMBDA_RUNTIME_AWS_REQUEST_ID);
            }
        }

        private long receivedBytes() {
            return connection.getEndpointDetails().getReceivedBytesCount();
        }

        private ClassicHttpResponse send() throws IOException, HttpException {
            if (isDisconnected) {
                throw new SocketException("Disconnected");
            }
            if (!isOpen()) {
                Socket socket = new Socket(url.getHost(), url.getPort() < 0 ? url.getDefaultPort() : url.getPort());
                socket.setTcpNoDelay(true);
                connection = new DefaultBHttpClientConnection(CONFIG);
                connection.bind(socket);
            }
            // Given a scheme, it does not parse the path.
            ClassicHttpRequest request = new BasicClassicHttpRequest(method, url.getProtocol(), null, url.getFile());
            request.setHeaders(fields.toArray(Header[]::new));
            request.setHeader(HttpHeaders.HOST, url.getAuthority());
            if (doOutput) {
                request.setHeader(HttpHeaders.CONTENT_LENGTH, content.size());
                request.setEntity(new EntityTemplate(content.size(), null, null, content::writeTo));
            }
            return executor.execute(request, connection, HttpCoreContext.create());
        }

        @Override
        public int getResponseCode() throws IOException {
            connect();
            return response.getCode();
        }

        /** Null, too, if the exchange failed, which the other methods then say. */
        @Override
        public String getHeaderField(String name) {
            try {
                connect();
            } catch (IOException e) {
                return null;
            }
            Header field = response.getFirstHeader(name);
            return field == null ? null : field.getValue();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            connect();
            return received;
        }

        /** Ends the wait for a response. One that has come is left alone, for another exchange may be under way. */
        @Override
        public void disconnect() {
            isDisconnected = true;
            if (response == null && isOpen()) {
                connection.close(CloseMode.IMMEDIATE);
            }
        }

        @Override
        public boolean usingProxy() {
            return false;
        }
    }
}
