package com.shadowlanes.httpcodes.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Search and menu, by keyboard, mouse, and without a script. */
@QuarkusTest
class SearchTest extends InABrowser {
    private static final Pattern TEAPOT = Pattern.compile("^418 ");

    @Test
    void findsWhileTyping() {
        Page page = type("teapot");
        assertThat(results(page)).hasText(TEAPOT);
        assertThat(page.locator("#count")).hasText("1 found");
        assertThat(page.locator("#all")).isHidden();
    }

    @Test
    void saysWhereNothingIsFound() {
        Page page = type("xyzzy");
        assertThat(results(page)).hasCount(0);
        assertThat(page.locator("#nothing")).isVisible();
    }

    @Test
    void goesToTheNumberWithEnter() {
        Page page = type("404");
        page.keyboard().press("Enter");
        assertThat(page).hasURL("/404");
    }

    @Test
    void goesToTheFirstResultWithEnterTwice() {
        Page page = type("teapot");
        assertThat(results(page)).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(results(page)).isFocused();
        page.keyboard().press("Enter");
        assertThat(page).hasURL("/418");
    }

    @Test
    void choosesWithArrows() {
        Page page = type("too");
        assertThat(results(page).nth(1)).isVisible();
        page.keyboard().press("ArrowDown");
        assertThat(results(page).first()).isFocused();
        page.keyboard().press("ArrowDown");
        assertThat(results(page).nth(1)).isFocused();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        assertThat(field(page)).isFocused();
    }

    @OnEveryKindOfPage
    void findsFromEveryPage(String path) {
        Page page = open(path);
        page.keyboard().press("/");
        page.keyboard().type("too many requests");
        assertThat(results(page).first()).hasText(Pattern.compile("^429 "));
        assertThat(results(page).first()).isInViewport();
        page.keyboard().press("ArrowDown");
        assertThat(results(page).first()).isFocused();
        page.keyboard().press("Enter");
        assertThat(page).hasURL("/429");
    }

    @Test
    void closesWhatItFoundWhenSomethingElseIsChosen() {
        Page page = type("too many", open("/404"));
        assertThat(page.locator("#results")).isVisible();
        page.locator("h1").click();
        assertThat(page.locator("#results")).isHidden();
        page.keyboard().press("/");
        assertThat(page.locator("#results")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#results")).isHidden();
    }

    @Test
    void showsAllAgainWithEscape() {
        Page page = type("teapot");
        assertThat(page.locator("#all")).isHidden();
        page.keyboard().press("Escape");
        assertThat(field(page)).isEmpty();
        assertThat(page.locator("#results")).isHidden();
        assertThat(page.locator("#all")).isVisible();
    }

    @OnEveryKindOfPage
    void isOneKeyAway(String path) {
        Page page = open(path);
        page.keyboard().press("/");
        assertThat(field(page)).isFocused();
        page.keyboard().press("/");
        assertThat(field(page)).hasValue("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/404", "/nothing-here"})
    void needsNoScript(String path) {
        Page page = open(path, new NewContextOptions().setJavaScriptEnabled(false));
        field(page).fill("teapot");
        field(page).press("Enter");
        assertThat(page).hasURL("/?q=teapot");
        assertThat(results(page)).hasText(TEAPOT);
    }

    @Test
    void opensTheMenuWithoutAScript() {
        Page page = open("/404", new NewContextOptions().setJavaScriptEnabled(false));
        Locator serverErrors = page.locator(".menu details").filter(new Locator.FilterOptions().setHasText("5xx"));
        assertThat(serverErrors.locator("a").first()).isHidden();
        serverErrors.locator("summary").click();
        serverErrors.locator("a").first().click();
        assertThat(page).hasURL("/500");
        assertThat(page.locator("[data-copy]:visible")).hasCount(0);
    }

    /** With and without a script. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void opensTheMenuOnAPhone(boolean hasScript) {
        Page page =
                open("/404", new NewContextOptions().setViewportSize(390, 844).setJavaScriptEnabled(hasScript));
        assertThat(page.locator("#menu")).isHidden();
        page.getByText("Menu", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#menu [aria-current]")).isVisible();
        page.locator("#menu").getByText("Compare").click();
        assertThat(page).hasURL("/compare");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/451", "/530", "/511"})
    void scrollsTheMenuToTheCurrentPage(String path) {
        assertThat(open(path).locator("#menu [aria-current]")).isInViewport();
    }

    private Page type(String query) {
        return type(query, open("/"));
    }

    private static Page type(String query, Page page) {
        page.keyboard().press("/");
        page.keyboard().type(query);
        return page;
    }

    private static Locator field(Page page) {
        return page.locator(".field");
    }

    private static Locator results(Page page) {
        return page.locator("#results a");
    }
}
