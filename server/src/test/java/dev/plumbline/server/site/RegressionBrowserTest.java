package dev.plumbline.server.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import dev.plumbline.server.http.Credentials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Deciding on regressions in a real browser: an installed Chromium, without which these tests are skipped. */
class RegressionBrowserTest {

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
    void acknowledgingSaysThatItIsSavedKeepsTheFocusThereAndCanBeUndone() {
        try (BrowserContext context = signedIn()) {
            Page page = context.newPage();
            page.navigate(server.url("/projects/acme/regressions"));
            page.locator("a[href='/projects/acme/regressions/" + regression(41) + "']")
                    .click();
            page.getByLabel("Acknowledge").check();
            page.getByLabel("Assigned to").fill("Grace");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();

            assertThat(page.locator("#saved")).containsText("It is acknowledged, assigned to Grace.");
            assertThat(page.locator("#saved")).isFocused();

            page.getByRole(AriaRole.BUTTON, named("Undo")).click();
            assertThat(page.locator("#saved")).containsText("It is confirmed.");
            assertThat(page.locator("#assignee")).hasValue("");
        }
    }

    @Test
    void severalThatAreTickedAreDecidedOnAndRestored() {
        try (BrowserContext context = signedIn()) {
            Page page = context.newPage();
            page.navigate(server.url("/projects/acme/regressions?direction=all"));
            page.locator("input[name=id][value='" + regression(41) + "']").check();
            page.locator("input[name=id][value='" + regression(12) + "']").check();
            page.getByLabel("Decision").selectOption("expected");
            page.getByRole(AriaRole.BUTTON, named("Save")).click();

            assertThat(page.locator("#saved")).containsText("Saved: 2 regressions.");
            assertThat(page.locator("tr.state-expected")).hasCount(2);

            page.getByRole(AriaRole.BUTTON, named("Undo")).click();
            assertThat(page.locator("tr.state-expected")).hasCount(0);
            assertThat(page.locator("select[name=direction]")).hasValue("all");
        }
    }

    private static long regression(int commit) {
        return server.history.regression(server.keys.project(), commit);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static BrowserContext signedIn() {
        BrowserContext context = browser.newContext();
        context.addCookies(
                List.of(new Cookie(Credentials.COOKIE, server.instanceToken.text()).setUrl(server.url("/"))));
        return context;
    }
}
