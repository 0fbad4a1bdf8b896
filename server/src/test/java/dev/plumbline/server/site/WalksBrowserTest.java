package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import dev.plumbline.generator.ProjectSize;
import dev.plumbline.server.TestServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways that people walk: from a red row to the reason, from the morning's question to a decision, and by searching. */
class WalksBrowserTest {

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    private static final int PHONE = 360;
    private static final int LAPTOP = 1280;
    private static final String PROJECT = "/projects/" + GeneratedSite.PROJECT;

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Chromium.assumeInstalled();
        GeneratedSite.fill(server, ProjectSize.small());
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void goesFromARowOfAPullRequestToTheSeriesWithItsRun() {
        try (BrowserContext context = context(LAPTOP)) {
            Page page = context.newPage();
            page.navigate(server.address() + PROJECT + "/pull-requests/412");
            page.locator("main tr", new Page.LocatorOptions().setHasText("regressed"))
                    .locator("th a")
                    .first()
                    .click();
            page.waitForURL("**/series/**");

            assertThat(page.locator("h1").first().innerText()).isNotBlank();
            assertThat(page.locator("main svg").count()).isPositive();
        }
    }

    @Test
    void goesFromTheOverviewToARegressionAndAcknowledgesIt() {
        try (BrowserContext context = context(LAPTOP)) {
            context.addCookies(
                    List.of(new Cookie("plumbline_token", server.adminToken()).setUrl(server.address() + "/")));
            Page page = context.newPage();
            page.navigate(server.address() + PROJECT);
            page.locator("section[aria-labelledby=open] a[href*='/regressions/']")
                    .first()
                    .click();
            page.waitForURL("**/regressions/*");
            page.locator("input[name=decision][value=acknowledged]").check();
            page.locator("#who").fill("Ada");
            page.locator("button:text-is('Save')").click();
            page.waitForLoadState();

            assertThat(page.url()).contains("/regressions/");
            assertThat(page.locator("main").innerText()).contains("acknowledged", "Ada (");
        }
    }

    @Test
    void findsABenchmarkOnAPhone() {
        try (BrowserContext context = context(PHONE)) {
            Page page = context.newPage();
            page.navigate(server.address() + PROJECT + "/benchmarks");
            page.getByLabel("Search").fill("ascii tokenizer");
            page.getByLabel("Search").press("Enter");
            page.waitForURL("**q=ascii**");

            List<String> found = page.locator("#results th[scope=row] a").allInnerTexts();
            assertThat(found).isNotEmpty().allMatch(name -> name.contains("text=ascii"));

            page.locator("#results th[scope=row] a").first().click();
            page.waitForURL("**/series/**");
            assertThat(page.locator("main").innerText()).contains("TokenizerBenchmark");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pull-requests", "/pull-requests/412", "/runs", "/regressions", "/benchmarks"})
    void rowsAreReadOnAPhoneWithoutTextOverText(String path) {
        try (BrowserContext context = context(PHONE)) {
            Page page = context.newPage();
            page.navigate(server.address() + PROJECT + path);

            assertThat((List<?>) page.evaluate("""
                    () => [...document.querySelectorAll("main tbody tr")].filter((row) => {
                      const texts = [...row.children].map((cell) => {
                        const range = document.createRange();
                        range.selectNodeContents(cell);
                        return [...range.getClientRects()];
                      });
                      const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
                          && a.top < b.bottom - 1 && b.top < a.bottom - 1;
                      return texts.some((mine, place) =>
                          texts.slice(place + 1).flat().some((other) => mine.some((one) => over(one, other))));
                    }).map((row) => row.innerText)
                    """)).isEmpty();
            assertThat((List<?>) page.evaluate("""
                    () => [...document.querySelectorAll("main tbody th[scope=row]")]
                        .map((name) => name.getBoundingClientRect().width)
                        .filter((width) => width < 200)
                    """)).as("names that have too little room").isEmpty();
            assertThat((Boolean) page.evaluate("""
                    () => document.querySelector(".tabs [aria-current]").getBoundingClientRect().right <= innerWidth
                    """)).as("the current tab is in sight").isTrue();
        }
    }

    @Test
    void aDayInThePictureOfRunsIsAsWideAsItIsDrawn() {
        try (BrowserContext context = context(LAPTOP)) {
            Page page = context.newPage();
            page.navigate(server.address() + PROJECT + "/runs");

            assertThat((List<?>) page.evaluate("""
                    () => [...document.querySelectorAll(".days rect")]
                        .filter((bar) => bar.getBBox().width !== Number(bar.getAttribute("width")))
                        .map((bar) => bar.outerHTML)
                    """)).isEmpty();
        }
    }

    private static BrowserContext context(int width) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
    }
}
