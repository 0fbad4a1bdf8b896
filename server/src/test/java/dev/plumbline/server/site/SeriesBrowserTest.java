package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trend chart in a real browser: an installed Chromium, without which these tests are skipped. */
class SeriesBrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static PageServer server;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium at " + CHROMIUM);
        server = new PageServer();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
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

    @Test
    void aTapShowsWhatIsKnownOfACommitAndStaysOnThePage() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setHasTouch(true)
                .setIsMobile(true)
                .setViewportSize(360, 800))) {
            Page page = context.newPage();
            page.navigate(server.url(series()));
            // A strip for several commits is replaced by one for each when it is known what they are.
            page.locator("[data-chart][data-loaded]").waitFor();
            Locator strip = page.locator(".chart-narrow [data-index='52']");
            strip.scrollIntoViewIfNeeded();
            strip.tap();
            Locator tip = page.locator(".chart-tip");
            tip.getByText("Change number 54").waitFor();

            assertThat(page.url()).doesNotContain("/runs/");
            assertThat(tip.innerText()).contains("a1b20036").contains("3 forks").contains("±");
            // What is said stands below the picture, over none of its marks.
            assertThat(tip.boundingBox().y)
                    .isGreaterThanOrEqualTo(page.locator(".chart-narrow").boundingBox().y
                            + page.locator(".chart-narrow").boundingBox().height);
            tip.getByText("Open run").tap();
            page.waitForURL("**/runs/*");
        }
    }

    @Test
    void aPartIsChosenByKeyboardAndLeftByALink() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))) {
            Page page = context.newPage();
            page.navigate(server.url(series()));
            page.locator(".chart-wide").focus();
            page.keyboard().press("End");
            page.getByText("Change number 60").first().waitFor();
            for (int i = 0; i < 9; i++) {
                page.keyboard().press("Shift+ArrowLeft");
            }
            page.keyboard().press("Enter");
            page.waitForURL("**from=a1b20033*");

            assertThat(page.locator(".chart-wide [data-index]").count()).isEqualTo(10);
            assertThat(page.locator(".zoomed").innerText()).contains("those of the whole series");
            page.getByText("Zoom out").click();
            page.waitForURL("**from=a1b2002e*");
            page.getByText("All", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            page.waitForURL(url -> !url.contains("from="));
        }
    }

    @Test
    void theRunThatIsComparedIsTheLastStopOfTheArrowKeys() {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))) {
            Page page = context.newPage();
            page.navigate(server.url(series() + "?branch=pull/12"));
            page.locator(".chart-wide").focus();
            page.keyboard().press("End");
            page.locator(".chart-tip").getByText("Improved: 19.0 % faster").waitFor();
            page.keyboard().press("Enter");
            page.waitForURL("**/runs/" + server.keys.pullRequestRun());
        }
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "1280, DARK", "1920, LIGHT"})
    void aComparedRunInAPartAlongTimeIsAccessible(int width, ColorScheme scheme) {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900))) {
            Page page = context.newPage();
            page.navigate(server.url(series() + "?branch=pull/12&from=2026-09-10&axis=time"));

            assertThat((int) page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isZero();
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
    }

    private static String series() {
        return "/projects/acme/series/" + server.history.series(server.keys.project(), "split", "score");
    }
}
