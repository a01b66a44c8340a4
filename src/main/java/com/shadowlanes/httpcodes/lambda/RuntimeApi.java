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
import org.apache.hc.core5.http.impl.io.NoResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;

/**
 * How the native function's poll loop, which is Quarkus's, reaches Lambda's Runtime API: by one connection that is kept. The
 * platform's own client took more than half of an event's instructions.
 */
final class RuntimeApi extends URLStreamHandler {
    /** Room for a page and what goes with it, so that most responses are sent at once; in bytes. */
    private static final int BUFFER = 64 * 1024;

    /** Made when the loop starts, because its buffers have no place in the executable. */
    private static RuntimeApi inUse;

    private final HttpRequestExecutor executor = new HttpRequestExecutor();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(BUFFER);
    private volatile DefaultBHttpClientConnection connection = unbound();

    private static DefaultBHttpClientConnection unbound() {
        Http1Config config = Http1Config.custom().setBufferSize(BUFFER).build();
        return new DefaultBHttpClientConnection(
                config, null, null, null, null, NoResponseOutOfOrderStrategy.INSTANCE, null, null);
    }

    @Override
    protected HttpURLConnection openConnection(URL url) {
        return new Exchange(url);
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
        private volatile boolean isAbandoned;
        private ClassicHttpResponse response;
        private InputStream received;

        Exchange(URL url) {
            super(url);
        }

        @Override
        public void setRequestProperty(String name, String value) {
            fields.add(new BasicHeader(name, value));
        }

        @Override
        public OutputStream getOutputStream() {
            content.reset();
            return content;
        }

        @Override
        public void connect() throws IOException {
            if (connected) {
                return;
            }
            boolean isKept = connection.isOpen();
            try {
                exchange();
            } catch (IOException e) {
                if (!isKept) {
                    throw e;
                }
                // The other side may have closed the connection since it was last used.
                exchange();
            }
            connected = true;
        }

        private void exchange() throws IOException {
            if (isAbandoned) {
                throw new SocketException("Disconnected");
            }
            if (!connection.isOpen()) {
                Socket socket = new Socket(url.getHost(), url.getPort());
                socket.setTcpNoDelay(true);
                connection = unbound();
                connection.bind(socket);
            }
            ClassicHttpRequest request = new BasicClassicHttpRequest(method, url.getProtocol(), null, url.getFile());
            request.setHeaders(fields.toArray(Header[]::new));
            request.setHeader(HttpHeaders.HOST, url.getAuthority());
            if (doOutput) {
                request.setHeader(HttpHeaders.CONTENT_LENGTH, content.size());
                request.setEntity(new EntityTemplate(content.size(), null, null, content::writeTo));
            }
            try {
                response = executor.execute(request, connection, HttpCoreContext.create());
                HttpEntity entity = response.getEntity();
                received = entity == null
                        ? InputStream.nullInputStream()
                        : new ByteArrayInputStream(EntityUtils.toByteArray(entity));
            } catch (HttpException e) {
                throw new IOException(e);
            }
        }

        @Override
        public int getResponseCode() throws IOException {
            connect();
            return response.getCode();
        }

        /** Null, too, if the exchange fails, as in every such connection. */
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

        @Override
        public void disconnect() {
            isAbandoned = true;
            connection.close(CloseMode.IMMEDIATE);
        }

        @Override
        public boolean usingProxy() {
            return false;
        }
    }
}
