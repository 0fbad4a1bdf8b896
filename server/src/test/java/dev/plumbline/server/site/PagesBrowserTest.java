package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages in a real browser: an installed Chromium, without which these tests are skipped. */
class PagesBrowserTest {

    /** Widths at which axe reads a page here; at all widths it does in {@link SiteBrowserTest}. */
    private static final int PHONE = 360;

    private static final int DESKTOP = 1280;

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static PageServer server;
    private static SitePages pages;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium at " + CHROMIUM);
        server = new PageServer();
        pages = new SitePages(server);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
        if (server != null) {
            server.close();
        }
    }

    static Map<String, String> pages() {
        Map<String, String> all = new LinkedHashMap<>(pages.all());
        all.put("missing", "/no-such-page");
        return all;
    }

    static Stream<Arguments> everyPageInEveryForm() {
        return pages().entrySet().stream()
                .flatMap(page -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                        .flatMap(scheme -> Stream.of(PHONE, DESKTOP, 1920)
                                .map(width -> Arguments.of(page.getKey(), page.getValue(), scheme, width))));
    }

    @ParameterizedTest(name = "{0} {2} {3}")
    @MethodSource("everyPageInEveryForm")
    void everyPageFitsAndIsAccessible(String name, String path, ColorScheme scheme, int width) {
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = context(scheme, width, true)) {
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("404")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            page.setExtraHTTPHeaders(pages.cookie(path));
            page.navigate(server.url(path));
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(SCREENSHOTS.resolve(
                            name + "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png")));

            assertThat(complaints).isEmpty();
            assertThat(overflow(page)).isZero();
            if (width == (scheme == ColorScheme.LIGHT ? PHONE : DESKTOP)) {
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .extracting(PagesBrowserTest::explained)
                        .isEmpty();
            }
        }
    }

    static Stream<String> everyPath() {
        return pages().values().stream();
    }

    @ParameterizedTest
    @MethodSource("everyPath")
    void everyPageWorksWithoutJavaScript(String path) {
        try (BrowserContext context = context(ColorScheme.LIGHT, 360, false)) {
            Page page = context.newPage();
            page.setExtraHTTPHeaders(pages.cookie(path));
            page.navigate(server.url(path));

            assertThat(page.locator("h1").first().isVisible()).isTrue();
            assertThat(page.locator("[data-theme-button]").isVisible()).isFalse();
        }
    }

    /** Narrow screens drop the line breaks in the cells of tables that become cards. */
    @ParameterizedTest
    @MethodSource("everyPath")
    void aDroppedLineBreakLeavesASpace(String path) {
        try (BrowserContext context = context(ColorScheme.LIGHT, 360, true)) {
            Page page = context.newPage();
            page.navigate(server.url(path));

            assertThat((List<?>) page.evaluate("""
                () => [...document.querySelectorAll("td br")]
                    .filter((each) => getComputedStyle(each).display === "none")
                    .map((each) => [each.previousSibling.textContent, each.nextSibling.textContent])
                    .filter(([before, after]) => /\\S$/.test(before) && /^\\S/.test(after))
                """)).isEmpty();
        }
    }

    @Test
    void searchesAndChoosesWithoutJavaScript() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280, false)) {
            Page page = context.newPage();
            page.navigate(server.url("/projects/acme/benchmarks"));
            page.getByLabel("Search").fill("ringbuffer");
            page.getByLabel("Search").press("Enter");

            assertThat(page.url()).contains("q=ringbuffer");
            assertThat(page.locator("table.benchmarks tbody tr:not(.group)").count())
                    .isEqualTo(2);

            page.getByLabel("Metric").selectOption("gc.alloc.rate.norm");
            page.locator("form[role=search] button").click();
            assertThat(page.locator("table.benchmarks .metric").count()).isEqualTo(2);
        }
    }

    @Test
    void reachesTheMainPartAndAChangeByKeyboard() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280, true)) {
            Page page = context.newPage();
            page.navigate(server.url("/projects/acme"));
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus").innerText()).isEqualTo("Skip to content");
            page.keyboard().press("Enter");
            assertThat(page.locator(":focus").getAttribute("id")).isEqualTo("main");

            page.locator(".lines th a").first().focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/regressions/*");
        }
    }

    @Test
    void goesFromRunToRunByKeyboardAndOpensOne() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280, true)) {
            Page page = context.newPage();
            page.navigate(server.url("/projects/acme/series/" + series("split")));
            Locator chart = page.locator(".chart-wide");
            chart.focus();
            page.keyboard().press("End");
            page.getByText("Change number 60").first().waitFor();
            assertThat(page.locator(".chart-tip").innerText())
                    .contains("a1b2003c")
                    .contains("Change number 60");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator(".chart-tip").innerText())
                    .contains("a1b2003b")
                    .contains("forks");
            page.locator(".chart")
                    .screenshot(new Locator.ScreenshotOptions().setPath(SCREENSHOTS.resolve("tooltip.png")));
            page.keyboard().press("Enter");
            page.waitForURL("**/runs/*");
        }
    }

    @Test
    void showsAPartOfTheHistoryAfterADrag() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280, true)) {
            Page page = context.newPage();
            page.navigate(server.url("/projects/acme/series/" + series("split")));
            Locator strips = page.locator(".chart-wide [data-index]");
            strips.nth(10).hover();
            page.mouse().down();
            strips.nth(30).hover();
            page.mouse().up();
            page.waitForURL("**from=*");

            assertThat(page.locator(".chart-wide [data-index]").count()).isEqualTo(21);
        }
    }

    @Test
    void keepsTheChosenThemeOnTheNextPage() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280, true)) {
            Page page = context.newPage();
            page.navigate(server.url("/projects/acme"));
            Locator button = page.locator("[data-theme-button]");
            button.click();
            button.click();
            assertThat(button.innerText()).contains("Dark");
            page.navigate(server.url("/"));

            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
            assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
                    .isEqualTo("rgb(20, 23, 26)");
        }
    }

    private static BrowserContext context(ColorScheme scheme, int width, boolean script) {
        return browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(script));
    }

    /** How many pixels the page is wider than its window. */
    private static int overflow(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    private static String explained(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    private static long series(String method) {
        return server.history.series(server.keys.project(), method, "score");
    }
}
