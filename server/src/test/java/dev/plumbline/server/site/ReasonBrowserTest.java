package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The way from a pull request's comment to the reason, in an installed Chromium, without which these tests are skipped. */
class ReasonBrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String PULL_REQUEST = "/projects/acme/pull-requests/12";

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
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
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
    void aLinkOfTheCommentLeadsToTheSeriesWithTheRun() throws Exception {
        String comment = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url("/api/v1/projects/acme/report.md?pullRequest=12")))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        Matcher link = Pattern.compile("\\(http://localhost(/projects/acme/series/\\d+\\?run=" + run() + ")\\)")
                .matcher(comment);
        assertThat(link.find()).as(comment).isTrue();

        try (Page page = browser.newPage()) {
            page.navigate(server.url(link.group(1)));
            assertThat(page.locator(".compared.worse .compared-sentence").isVisible())
                    .isTrue();
        }
    }

    @Test
    void aRowOfThePageLeadsThereTooAndBack() {
        try (Page page = browser.newPage()) {
            page.navigate(server.url("/projects/acme/pull-requests"));
            page.locator("table a").first().click();
            assertThat(page.url()).endsWith(PULL_REQUEST);

            page.locator(".verdicts tbody tr").first().locator("a").click();
            assertThat(page.url()).contains("/series/").endsWith("?run=" + run());
            assertThat(page.locator(".compared-sentence").textContent()).isNotBlank();

            page.goBack();
            assertThat(page.locator(".banner.worse").isVisible()).isTrue();
        }
    }

    @Test
    void typingNarrowsAtOnceAndTheAddressKeepsIt() {
        try (Page page = browser.newPage()) {
            page.navigate(server.url(PULL_REQUEST));
            int all = page.locator(".verdicts tbody tr").count();

            page.locator("input[name=name]").fill("split");
            page.waitForURL("**name=split*");
            int narrowed = page.locator(".verdicts tbody tr").count();
            page.locator("select[name=outcome]").selectOption("improved");
            page.waitForURL("**outcome=improved*");

            assertThat(narrowed).isPositive().isLessThan(all);
            assertThat(page.locator("input[name=name]").inputValue()).isEqualTo("split");
            page.reload();
            assertThat(page.locator("select[name=outcome]").inputValue()).isEqualTo("improved");
        }
    }

    @Test
    void theFormNarrowsWithoutAScript() {
        try (Page page = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))
                .newPage()) {
            page.navigate(server.url(PULL_REQUEST));
            page.locator("input[name=name]").fill("split");
            page.locator("form.verdict-filter button").click();

            assertThat(page.url()).contains("name=split");
        }
    }

    private static long run() {
        return server.keys.pullRequestRun();
    }
}
