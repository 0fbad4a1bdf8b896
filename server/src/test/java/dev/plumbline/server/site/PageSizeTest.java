package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.generator.ProjectSize;
import dev.plumbline.server.TestServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No page grows with the suite: with 344 benchmarks of four metrics, each is small enough for a phone on a train. */
class PageSizeTest {

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    private static final int LARGEST_KILOBYTES = 100;
    private static final int OF_A_KIND = 3;

    @BeforeAll
    static void fill() throws IOException, InterruptedException {
        GeneratedSite.fill(server, new ProjectSize(344, 20, 3, 1));
    }

    @Test
    void everyPageIsBelowAHundredKilobytes() throws IOException, InterruptedException {
        List<String> tooLarge = new ArrayList<>();
        Map<String, HttpResponse<String>> pages = new SiteWalk(server.address(), GeneratedSite.cookie(server, true))
                .pages(GeneratedSite.beginnings(), OF_A_KIND);
        pages.forEach((address, page) -> {
            int kilobytes = page.body().getBytes(StandardCharsets.UTF_8).length / 1000;
            if (kilobytes >= LARGEST_KILOBYTES) {
                tooLarge.add(kilobytes + " kB: " + address);
            }
        });

        assertThat(pages).hasSizeGreaterThan(20);
        assertThat(tooLarge).as("pages of %d kB or more", LARGEST_KILOBYTES).isEmpty();
    }
}
