package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.plumbline.generator.ProjectSize;
import dev.plumbline.server.TestServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page of a whole project in a real browser, signed in and not, on a phone, a laptop and a large screen. */
class SiteBrowserTest {

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    /** Blanks that are underlined at the end of a link, words that touch the figure before them, unseen buttons that take focus. */
    private static final String UGLY = """
            () => {
              const ugly = [];
              for (const link of document.querySelectorAll("main a")) {
                if (getComputedStyle(link).display === "inline" && /\\s$/.test(link.textContent)) {
                  ugly.push("a blank at the end of the link '" + link.textContent.trim() + "'");
                }
              }
              for (const touching of document.querySelector("main").innerText.match(/\\d %\\p{L}+/gu) ?? []) {
                ugly.push("no space in '" + touching + "'");
              }
              for (const unseen of document.querySelectorAll("main button.visually-hidden, main a.visually-hidden")) {
                if (unseen.tabIndex >= 0) {
                  ugly.push("invisible and takes focus: " + unseen.outerHTML);
                }
              }
              return ugly;
            }
            """;

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

    @ParameterizedTest(name = "{0} pixels, signed in: {1}")
    @CsvSource({"360, false", "360, true", "1280, false", "1280, true", "1920, false", "1920, true"})
    void everyPageFitsAndIsAccessible(int width, boolean signedIn) throws IOException, InterruptedException {
        String cookie = GeneratedSite.cookie(server, signedIn);
        Set<String> addresses = new SiteWalk(server.address(), cookie)
                .pages(GeneratedSite.beginnings(), 1)
                .keySet();
        List<String> complaints = new ArrayList<>();
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900))) {
            if (signedIn) {
                context.setExtraHTTPHeaders(Map.of("Cookie", cookie));
            }
            Page page = context.newPage();
            List<String> errors = new ArrayList<>();
            page.onPageError(errors::add);
            for (String address : addresses) {
                page.navigate(server.address() + address);
                errors.forEach(error -> complaints.add(address + ": " + error));
                errors.clear();
                complaints.addAll(complaints(page, address));
            }
        }

        assertThat(addresses).hasSizeGreaterThan(12);
        assertThat(complaints).isEmpty();
    }

    private static List<String> complaints(Page page, String address) {
        List<String> complaints = new ArrayList<>();
        int overflow =
                (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (overflow > 0) {
            complaints.add(address + ": " + overflow + " pixels wider than the window");
        }
        for (Object ugly : (List<?>) page.evaluate(UGLY)) {
            complaints.add(address + ": " + ugly);
        }
        for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
            complaints.add(address + ": " + rule.getId() + ": " + rule.getHelp() + " at "
                    + rule.getNodes().stream().map(node -> node.getHtml()).toList());
        }
        return complaints;
    }
}
