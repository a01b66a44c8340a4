package com.shadowlanes.httpcodes.lambda;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaApi;
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
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
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
 * fraction of what the platform's client takes (README, "How fast it is").
 */
final class RuntimeApi extends URLStreamHandler {
    /** Room for a page and what goes with it, so that most responses are sent at once; in bytes. */
    private static final Http1Config CONFIG =
            Http1Config.custom().setBufferSize(64 * 1024).build();

    /** Made when the loop starts, because its buffers have no place in the executable. */
    private static RuntimeApi inUse;

    private final HttpRequestExecutor executor = new HttpRequestExecutor();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(CONFIG.getBufferSize());
    private volatile DefaultBHttpClientConnection connection;

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

    /** The URLs of an event; those that report errors keep the platform's client. */
    @TargetClass(AmazonLambdaApi.class)
    static final class Urls {
        @Substitute
        static URL invocationNext(String baseUrl) throws MalformedURLException {
            inUse = new RuntimeApi();
            return new URL(null, baseUrl + AmazonLambdaApi.API_PATH_INVOCATION_NEXT, inUse);
        }

        @Substitute
        static URL invocationResponse(String baseUrl, String requestId) throws MalformedURLException {
            String path = AmazonLambdaApi.API_PATH_INVOCATION + requestId + AmazonLambdaApi.API_PATH_RESPONSE;
            return new URL(null, baseUrl + path, inUse);
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
                } catch (HttpException e) {
                    failure = new IOException(e);
                }
                if (failure != null && isOpen()) {
                    connection.close(CloseMode.IMMEDIATE);
                }
            }
            if (failure != null) {
                throw failure;
            }
        }

        private void exchange() throws IOException, HttpException {
            boolean isReused = isOpen();
            try {
                response = send();
            } catch (IOException e) {
                if (!isReused) {
                    throw e;
                }
                // The other side may have closed the connection since it was last used.
                response = send();
            }
            HttpEntity entity = response.getEntity();
            received = entity == null
                    ? InputStream.nullInputStream()
                    : new ByteArrayInputStream(EntityUtils.toByteArray(entity));
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
            if (getResponseCode() >= 400) {
                throw new IOException(url + " was answered with " + getResponseCode());
            }
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
