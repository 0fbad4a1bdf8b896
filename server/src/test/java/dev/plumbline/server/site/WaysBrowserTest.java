package dev.plumbline.server.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways that people go from the overview, in a real browser. */
class WaysBrowserTest {

    private static InstalledBrowser browser;
    private static PageServer server;

    @BeforeAll
    static void start() {
        browser = new InstalledBrowser();
        server = new PageServer();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void theMorningsWayGoesFromTheAnswerToTheRegressionAndItsRun(int width) {
        try (BrowserContext window = browser.window(width, true)) {
            Page page = window.newPage();
            page.navigate(server.url("/projects/acme"));
            assertThat(page.locator(".banner .answer")).hasText("1 open regression");

            Locator row = page.locator("table.lines").first().locator("tbody tr");
            assertThat(row).hasCount(1);
            assertThat(row).containsText("TokenizerBenchmark.split");
            assertThat(row).containsText("+34.0 %");
            assertThat(row).containsText("Ada Lovelace");

            row.locator("th a").click();
            page.waitForURL("**/regressions/*");
            assertThat(page.locator("h1").first()).isVisible();
            assertThat(page.locator(".tabs [aria-current]")).hasText("Regressions");

            page.goBack();
            row.locator("td .hash").click();
            page.waitForURL("**/runs/*");
            assertThat(page.locator(".tabs [aria-current]")).hasText("Runs");
        }
    }

    @Test
    void whatIsFoldedUnfolds() {
        try (BrowserContext window = browser.window(1280, true)) {
            Page page = window.newPage();
            page.navigate(server.url("/projects/acme"));
            Locator fold = page.locator("details.fold").filter(new Locator.FilterOptions().setHasText("1 suspicion"));
            assertThat(fold.locator("table")).isHidden();

            fold.locator("summary").click();

            assertThat(fold.locator("table")).containsText("RingBufferBenchmark.offer");
        }
    }

    @Test
    void typingInTheSearchNarrowsAtOnceAndKeepsItsAddress() {
        try (BrowserContext window = browser.window(1280, true)) {
            Page page = window.newPage();
            page.navigate(server.url("/projects/acme/benchmarks?sort=change"));
            Locator rows = page.locator("table.benchmarks tbody tr");
            assertThat(rows).hasCount(6);

            page.getByLabel("Search").fill("tokenizer size=1000");

            assertThat(rows).hasCount(1);
            assertThat(page.locator("#found")).hasText("1 benchmark");
            assertThat(page.url()).contains("q=tokenizer+size%3D1000").contains("sort=change");
            assertThat(page.getByLabel("Search")).isFocused();

            page.reload();
            assertThat(page.locator("table.benchmarks tbody tr")).hasCount(1);
        }
    }

    @Test
    void theTabsLeadToEveryPartOfTheProject() {
        try (BrowserContext window = browser.window(1280, true)) {
            Page page = window.newPage();
            page.navigate(server.url("/projects/acme"));
            for (String tab : List.of("Runs", "Pull requests", "Regressions", "Benchmarks", "Settings", "Overview")) {
                page.locator(".tabs")
                        .getByRole(
                                AriaRole.LINK,
                                new Locator.GetByRoleOptions().setName(tab).setExact(true))
                        .click();
                assertThat(page.locator(".tabs [aria-current=page]")).hasText(tab);
            }
        }
    }

    @Test
    void theRunsAreFilteredByAPlainForm() {
        try (BrowserContext window = browser.window(1280, false)) {
            Page page = window.newPage();
            page.navigate(server.url("/projects/acme/runs"));
            page.getByLabel("Author").fill("hopper");
            page.getByLabel("Author").press("Enter");

            assertThat(page.url()).contains("author=hopper");
            Locator authors = page.locator("table.runs td[data-label=Author]");
            assertThat(authors.allInnerTexts()).isNotEmpty().allMatch(name -> name.equals("Grace Hopper"));
        }
    }

    @Test
    void aRunsBranchIsItsPage() {
        try (BrowserContext window = browser.window(1280, false)) {
            Page page = window.newPage();
            page.navigate(server.url("/projects/acme/runs?branch=pull/12"));
            page.locator("table.runs td[data-label=Branch] a").first().click();
            page.waitForURL("**/projects/acme/pull-requests/12");

            page.navigate(server.url("/projects/acme/runs?branch=main"));
            page.locator("table.runs td[data-label=Branch] a").first().click();
            page.waitForURL("**/projects/acme");
        }
    }
}
