package com.shadowlanes.httpcodes.web;

import com.shadowlanes.httpcodes.site.Paths;
import io.quarkus.runtime.Startup;
import io.smallrye.config.Expressions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** What a deployment sets in its environment. Read at the start, so that a mistake is told at once. */
@Startup
@Singleton
public class Settings {
    private final String siteUrl;

    /** The accepted values of {@code X-Origin-Verify}, of which the edge sends one; none means no check. */
    private final List<byte[]> edgeSecrets;

    @Inject
    Settings() {
        this(setting("site.url").orElse(Paths.SITE_URL), setting("edge.secret"));
    }

    /** As it is set: injected, an empty value would be none, and ${x} in a secret the name of another setting. */
    private static Optional<String> setting(String name) {
        return Optional.ofNullable(Expressions.withoutExpansion(
                () -> ConfigProvider.getConfig().getConfigValue(name).getValue()));
    }

    /** @throws IllegalArgumentException unless SITE_URL is scheme, host and port; if EDGE_SECRET is empty or blank */
    Settings(String siteUrl, Optional<String> edgeSecret) {
        if (!siteUrl.matches("https?://[A-Za-z0-9.-]+(:[0-9]+)?")) {
            throw new IllegalArgumentException(
                    "SITE_URL must look like " + Paths.SITE_URL + ", with no path: " + siteUrl);
        }
        this.siteUrl = siteUrl;
        this.edgeSecrets = edgeSecret.stream()
                .flatMap(values -> Stream.of(values.split("\\s")))
                .filter(value -> !value.isEmpty())
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
        if (edgeSecret.isPresent() && edgeSecrets.isEmpty()) {
            throw new IllegalArgumentException("EDGE_SECRET is set but contains no secret");
        }
    }

    /** The URL of this deployment: scheme, host and port. */
    public String siteUrl() {
        return siteUrl;
    }

    boolean hasOwnUrl() {
        return !siteUrl.equals(Paths.SITE_URL);
    }

    /** Whether a request came through the edge, which alone knows the secret. */
    public boolean isFromTheEdge(HttpRequest request) {
        if (edgeSecrets.isEmpty()) {
            return true;
        }
        String sent = request.header("x-origin-verify");
        // isEqual takes as long for a wrong value as for the right one, so that its time tells nothing of the secret.
        return sent != null
                && edgeSecrets.stream()
                        .anyMatch(secret -> MessageDigest.isEqual(secret, sent.getBytes(StandardCharsets.UTF_8)));
    }
}
