package com.shadowlanes.httpcodes.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.shadowlanes.httpcodes.catalog.DatasetReader;
import com.shadowlanes.httpcodes.generate.SiteGenerator;
import com.shadowlanes.httpcodes.site.Representation;
import com.shadowlanes.httpcodes.site.Site;
import io.restassured.RestAssured;
import java.io.File;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tests in a browser share. None may leave an error in the console or ask another host. */
abstract class InABrowser {
    private static final String NOT_FOUND = "/nothing-here";
    private static final List<String> ABSENT = List.of(NOT_FOUND, "/477");

    /** A test of every kind of page, and of each state that it can be in. */
    @ParameterizedTest
    @MethodSource("com.shadowlanes.httpcodes.browser.InABrowser#everyKindOfPage")
    @Retention(RetentionPolicy.RUNTIME)
    @interface OnEveryKindOfPage {}

    /** A page of each kind, as the paths tell them apart, and the states that need a certain code, question or query. */
    static Stream<String> everyKindOfPage() {
        Site site = SiteGenerator.generate(DatasetReader.read()).site();
        Map<String, String> kinds = new TreeMap<>();
        site.paths().stream()
                .filter(path -> site.at(path).get(0).mediaType().equals(Representation.HTML))
                .forEach(path -> kinds.putIfAbsent(
                        path.replaceAll("(?<=.)/.*", "/*")
                                .replaceAll("[0-9]{3}", "*")
                                .replaceAll("[0-9]xx", "*xx"),
                        path));
        return Stream.of(
                        kinds.values().stream(),
                        Stream.of("/404", "/418", "/451", "/520", "/530", "/4xx", "/compare/401-vs-403"),
                        Stream.of("/choose/condition", "/?q=teapot", "/?q=xyzzy", "/477", NOT_FOUND))
                .flatMap(paths -> paths)
                .distinct();
    }

    private static Playwright playwright;
    private static Browser browser;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void launch() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(chromium()));
    }

    private static Path chromium() {
        String name = System.getenv().getOrDefault("CHROMIUM", "chromium");
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory).resolve(name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        name + " is not on the PATH. Install Debian's chromium, or name another in CHROMIUM."));
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    /** A blank page in a context of its own. */
    Page blank(NewContextOptions options) {
        Page page = browser.newContext(options.setBaseURL(site())).newPage();
        page.onConsoleMessage(message -> {
            if (!isNotFoundAsAsked(message)) {
                complaints.add(message.type() + ": " + message.text() + " " + message.location());
            }
        });
        page.onPageError(error -> {
            // The next page was there before the animation could begin: nothing that a page can prevent.
            if (!error.contains("ViewTransition")) {
                complaints.add(error);
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(site())) {
                complaints.add("asks " + request.url());
            }
        });
        return page;
    }

    Page open(String path, NewContextOptions options) {
        return open(path, blank(options));
    }

    Page open(String path) {
        return open(path, new NewContextOptions());
    }

    Page open(String path, Page page) {
        int status = page.navigate(path).status();
        assertEquals(ABSENT.contains(path) ? 404 : 200, status, path);
        return page;
    }

    private static String site() {
        return "http://localhost:" + RestAssured.port + "/";
    }

    /** The browser reports the status of the page itself, too. */
    private static boolean isNotFoundAsAsked(ConsoleMessage message) {
        return message.text().contains("404")
                && ABSENT.stream().anyMatch(path -> message.location().startsWith(site() + path.substring(1)));
    }

    @AfterEach
    void hasNothingToComplainAbout() {
        browser.contexts().forEach(context -> context.close());
        assertEquals(List.of(), complaints);
    }
}
