package com.shadowlanes.httpcodes.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import com.shadowlanes.httpcodes.catalog.DatasetReader;
import com.shadowlanes.httpcodes.catalog.StatusCode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How every page looks and behaves, whoever reads it on whatever. */
@QuarkusTest
class PageTest extends InABrowser {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @OnEveryKindOfPage
    void isAccessibleInTheDark(String path) {
        assertIsAccessible(path, ColorScheme.DARK);
    }

    @OnEveryKindOfPage
    void isAccessibleInTheLight(String path) {
        assertIsAccessible(path, ColorScheme.LIGHT);
    }

    /** A phone, or 1280 pixels at 400 %. */
    @OnEveryKindOfPage
    void isAccessibleInLittleRoom(String path) {
        assertNothingFound(
                new AxeBuilder(open(path, new NewContextOptions().setViewportSize(320, 640))).withTags(RULES));
    }

    /** What the forced colours are is the system's, so their contrast is not the page's. */
    @OnEveryKindOfPage
    void isAccessibleInMuchRoomAndForcedColours(String path) {
        Page page =
                open(path, new NewContextOptions().setViewportSize(1920, 1080).setForcedColors(ForcedColors.ACTIVE));
        assertNothingFound(new AxeBuilder(page).withTags(RULES).disableRules(List.of("color-contrast")));
    }

    /** As it comes, and with all of it unfolded. */
    private void assertIsAccessible(String path, ColorScheme scheme) {
        Page page = open(path, new NewContextOptions().setColorScheme(scheme));
        // axe does not know what is behind an item that is scrolled out of the menu.
        page.evaluate("document.getElementById('menu').scrollTop = 0");
        assertNothingFound(new AxeBuilder(page).withTags(RULES));
        page.evaluate("document.querySelectorAll('main details').forEach(details => details.open = true)");
        assertNothingFound(new AxeBuilder(page).withTags(RULES));
    }

    @Test
    void isAccessibleWhileItFinds() {
        Page page = open("/404");
        page.locator(".field").fill("too");
        assertThat(page.locator("#results")).isVisible();
        assertNothingFound(new AxeBuilder(page).include(".top").withTags(RULES));
    }

    @Test
    void isDarkOrLightAsPreferred() {
        Page page = open("/404", new NewContextOptions().setColorScheme(ColorScheme.DARK));
        Object dark = style(page, "body", "backgroundColor");
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertNotEquals(dark, style(page, "body", "backgroundColor"));
    }

    @Test
    void keepsTheThemeThatWasChosen() {
        Page page = open("/404", new NewContextOptions().setColorScheme(ColorScheme.DARK));
        Object dark = style(page, "body", "backgroundColor");
        page.locator(".theme").click();
        Object light = style(page, "body", "backgroundColor");
        assertNotEquals(dark, light);
        // The script comes too late to set it: the page's own lines do.
        page.route(
                "**/*.js",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody("")));
        page.navigate("/403");
        assertEquals(light, style(page, "body", "backgroundColor"));
        page.unrouteAll();
        page.navigate("/404");
        for (String next : List.of("dark", "system")) {
            page.locator(".theme").click();
            assertThat(page.locator(".theme")).hasAttribute("aria-label", "Theme: " + next);
            assertEquals(dark, style(page, "body", "backgroundColor"));
        }
    }

    /** Whoever arrives in trouble sees the first cause without scrolling. */
    @ParameterizedTest
    @CsvSource({"1280, 900, 700", "390, 844, 800"})
    void showsTheFirstCauseOnTheFirstScreen(int width, int height, int limit) {
        Page page = blank(new NewContextOptions().setViewportSize(width, height));
        List<String> late = new ArrayList<>();
        int withFixes = 0;
        for (StatusCode code : DatasetReader.read().all()) {
            if (code.main().troubleshooting() != null) {
                open("/" + code.code(), page);
                Object top = page.locator(".causes summary").first().evaluate("""
                        summary => {
                          const text = document.createRange();
                          text.selectNodeContents(summary);
                          return Math.round(text.getBoundingClientRect().top);
                        }""");
                if ((int) top > limit) {
                    late.add(code.code() + ": " + top);
                }
                withFixes++;
            }
        }
        assertEquals(List.of(), late);
        assertTrue(withFixes > 20, withFixes + " codes");
    }

    @OnEveryKindOfPage
    void breaksNoCommandInsideAnOption(String path) {
        Page page = open(path, new NewContextOptions().setViewportSize(360, 740));
        page.evaluate("document.querySelectorAll('main details').forEach(details => details.open = true)");
        assertEquals(
                List.of(),
                page.locator("main .o")
                        .evaluateAll(
                                "all => all.filter(each => each.getClientRects().length > 1).map(each => each.innerText)"));
    }

    @OnEveryKindOfPage
    void headingsLinkToThemselves(String path) {
        Page page = open(path);
        for (Locator link : page.locator("main :is(h2, h3, h4) > a[href^='#']").all()) {
            String target = link.getAttribute("href");
            assertEquals(target.substring(1), link.evaluate("link => link.parentElement.id"));
            assertThat(page.locator("[id='" + target.substring(1) + "']")).hasCount(1);
        }
    }

    @Test
    void filtersItsTableWithoutAScript() {
        Page page = open("/codes", new NewContextOptions().setJavaScriptEnabled(false));
        Locator shown = page.locator("tr[data-class]:visible");
        int all = shown.count();
        page.getByLabel("5xx").click();
        assertThat(page.locator("tr[data-class]:not([data-class='5']):visible")).hasCount(0);
        assertTrue(shown.count() > 10);
        page.getByLabel("Unofficial").click();
        assertThat(page.locator("tbody.registered:visible")).hasCount(0);
        page.getByLabel("All", new Page.GetByLabelOptions().setExact(true)).click();
        assertThat(shown).hasCount(all);
    }

    /** Before someone interacts, and without what the worker fetches for later. */
    @Test
    void loadsInSixRequests() {
        Page page = blank(new NewContextOptions());
        page.addInitScript("Object.defineProperty(navigator, 'serviceWorker', { value: undefined })");
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.navigate("/404", new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE));
        assertTrue(asked.size() <= 6, asked.toString());
    }

    @Test
    void copiesItsLink() {
        Page page = open("/404", clipboard());
        Locator neighbour = page.locator(".do a").first();
        double place = neighbour.boundingBox().x;
        page.getByText("Copy link").click();
        assertThat(page.getByText("Copied")).isVisible();
        assertEquals(place, neighbour.boundingBox().x);
        assertEquals(page.url(), page.evaluate("navigator.clipboard.readText()"));
        assertThat(page.getByText("Copy link")).isVisible();
    }

    @OnEveryKindOfPage
    void copiesItsCode(String path) {
        Page page = open(path, clipboard());
        for (Locator message :
                page.locator(".message:visible, .command:visible").all()) {
            message.getByRole(AriaRole.BUTTON).click();
            assertThat(message.getByRole(AriaRole.BUTTON)).hasText("Copied");
            assertEquals(message.locator("code").textContent(), page.evaluate("navigator.clipboard.readText()"));
        }
    }

    private static NewContextOptions clipboard() {
        return new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write"));
    }

    @Test
    void isThereAgainWithoutANetwork() {
        Page page = open("/404");
        page.evaluate("""
                async () => {
                  const urls = ['/', '/404', '/offline', document.body.dataset.index];
                  document.querySelectorAll('link[rel=stylesheet], script[src]')
                    .forEach(part => urls.push(part.href || part.src));
                  const isKept = async url => await caches.match(url, { ignoreVary: true });
                  while (navigator.serviceWorker.controller?.state !== 'activated'
                    || !(await Promise.all(urls.map(isKept))).every(kept => kept)) {
                    await new Promise(resolve => setTimeout(resolve, 50));
                  }
                }""");
        page.context().setOffline(true);
        page.navigate("/403");
        assertThat(page.locator("h1")).hasText("You are offline");
        page.navigate("/404?utm_source=a");
        assertThat(page.locator("h1")).hasText("404 Not Found");
        page.navigate("/?q=teapot");
        assertThat(page.locator("h1")).hasText("HTTP Codes Explainer");
        page.navigate("/404");
        assertThat(page.locator("h1")).hasText("404 Not Found");
        assertEquals("grid", style(page, ".frame", "display"));
    }

    @OnEveryKindOfPage
    void fitsInto360Pixels(String path) {
        Page page = open(path, new NewContextOptions().setViewportSize(360, 740));
        assertEquals(360, page.evaluate("document.scrollingElement.scrollWidth"));
    }

    @OnEveryKindOfPage
    void movesNothingOnceItIsPainted(String path) {
        for (int width : List.of(360, 1280)) {
            Page page = blank(new NewContextOptions().setViewportSize(width, 740));
            // The page is painted before its script runs, as on a slow line.
            page.route("**/*.js", route -> {
                page.waitForTimeout(300);
                route.resume();
            });
            open(path, page);
            Object moved = page.evaluate("""
                    () => new Promise(resolve => {
                      const moved = [];
                      new PerformanceObserver(list => list.getEntries().forEach(shift =>
                        moved.push(shift.value + shift.sources.map(source => ' ' + source.node?.outerHTML))
                      )).observe({ type: 'layout-shift', buffered: true });
                      setTimeout(() => resolve(moved), 300);
                    })""");
            assertEquals(List.of(), moved, width + " pixels");
        }
    }

    @OnEveryKindOfPage
    void prints(String path) {
        Page page = open(path, onPaper().setColorScheme(ColorScheme.DARK));
        page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
        assertEquals("rgb(255, 255, 255)", style(page, "body", "backgroundColor"));
        assertThat(page.locator("main")).isVisible();
        for (Locator control : page.locator("nav, form, button").all()) {
            assertThat(control).isHidden();
        }
        for (Locator folded : page.locator("main details > section").all()) {
            assertThat(folded).isVisible();
        }
        assertNothingFound(new AxeBuilder(page).withRules(List.of("color-contrast")));
    }

    /** Paper does not scroll. */
    @ParameterizedTest
    @ValueSource(strings = {"/404", "/416", "/451", "/498", "/530"})
    void printsWholeLines(String path) {
        Page page = open(path, onPaper());
        page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
        assertEquals(
                List.of(),
                page.locator("pre, .wide")
                        .evaluateAll(
                                "all => all.filter(each => each.scrollWidth > each.clientWidth).map(each => each.innerText)"));
    }

    /** A4 without its margins. */
    private static NewContextOptions onPaper() {
        return new NewContextOptions().setViewportSize(718, 1000);
    }

    @OnEveryKindOfPage
    void keepsStillWhereMotionIsReduced(String path) {
        Page page = open(path, new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        assertEquals(0, page.evaluate("""
                () => [...document.querySelectorAll('*')].map(element => getComputedStyle(element)).filter(style =>
                  style.animationName !== 'none' || /[1-9]/.test(style.transitionDuration)
                    || style.scrollBehavior !== 'auto'
                ).length"""));
    }

    @OnEveryKindOfPage
    void showsWhatHasTheFocus(String path) {
        Page page = open(path);
        int stops = 0;
        for (Object stop = tab(page); !stop.equals("the end"); stop = tab(page)) {
            assertEquals("seen", stop);
            stops++;
        }
        assertTrue(stops > 10, stops + " stops");
    }

    /** The next stop, unless it can be seen: outlined, and under nothing else. */
    private static Object tab(Page page) {
        page.keyboard().press("Tab");
        return page.evaluate("""
                () => {
                  const stop = document.activeElement;
                  if (stop === document.body) return 'the end';
                  const { outlineStyle, outlineWidth } = getComputedStyle(stop);
                  const { x, y, width, height } = stop.getClientRects()[0];
                  const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
                    && stop.contains(document.elementFromPoint(x + width / 2, y + height / 2));
                  return seen ? 'seen' : stop.outerHTML;
                }""");
    }

    @OnEveryKindOfPage
    void skipsToItsContent(String path) {
        Page page = open(path);
        Locator skip = page.locator(".skip");
        assertThat(skip).not().isInViewport();
        page.keyboard().press("Tab");
        assertThat(skip).isFocused();
        assertThat(skip).isInViewport();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator("main :focus")).hasCount(1);
    }

    @OnEveryKindOfPage
    void hasLinesOf75CharactersAtMost(String path) {
        Page page = open(path, new NewContextOptions().setViewportSize(1280, 740));
        Object widest = page.evaluate("""
                () => Math.max(...[...document.querySelectorAll('main p, main small')].map(paragraph => {
                  const canvas = document.createElement('canvas').getContext('2d');
                  canvas.font = getComputedStyle(paragraph).font;
                  const sample = document.querySelector('main').innerText;
                  return Math.floor(paragraph.clientWidth / canvas.measureText(sample).width * sample.length);
                }))""");
        assertTrue((int) widest <= 75, widest + " characters");
    }

    private static void assertNothingFound(AxeBuilder axe) {
        // Pages without frames need no second page to gather what was found in them.
        var results = axe.setLegacyMode(true).analyze();
        var found = Stream.of(results.getViolations(), results.getIncomplete())
                .flatMap(List::stream)
                .map(rule -> rule.getHelp()
                        + rule.getNodes().stream()
                                .map(node -> "\n" + node.getHtml())
                                .toList())
                .toList();
        assertEquals(List.of(), found);
    }

    private static Object style(Page page, String selector, String property) {
        return page.locator(selector).evaluate("(element, property) => getComputedStyle(element)[property]", property);
    }
}
