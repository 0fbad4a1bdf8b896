package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.generator.ProjectSize;
import dev.plumbline.server.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page of a pull request that moves a class offers the rename, and its form joins the series. */
class RenameFromPullRequestTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern OFFER = Pattern.compile(
            "name=\"from\" value=\"([^\"]+)\">\\s*<input type=\"hidden\" name=\"to\" value=\"([^\"]+)\"");
    private static final Duration JUDGED_WITHIN = Duration.ofMinutes(2);

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    @BeforeAll
    static void fill() throws IOException, InterruptedException {
        GeneratedSite.fill(server, ProjectSize.small());
    }

    @Test
    void anOfferedRenameIsAcceptedThereAndTheSeriesGoOnAsOne() throws IOException, InterruptedException {
        String path = "/projects/" + GeneratedSite.PROJECT + "/pull-requests/415";
        assertThat(get(path, false)).contains("Certainly renamed").doesNotContain(">Join<");
        String before = get(path, true);
        Matcher offer = OFFER.matcher(before);
        assertThat(offer.find()).as(before).isTrue();
        String from = offer.group(1);
        String to = offer.group(2);
        String old = series(from);

        String form = "from=" + encoded(from) + "&to=" + encoded(to);
        assertThat(post(path, form, "cross-site").statusCode()).isEqualTo(401);
        HttpResponse<String> answer = post(path, form, "same-origin");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith(path);
        Awaitility.await()
                .atMost(JUDGED_WITHIN)
                .untilAsserted(() -> assertThat(get(path, true))
                        .doesNotContain("Certainly renamed")
                        .doesNotContain("missing from"));

        // The series of the old name goes on under the new one, with the points of both.
        assertThat(get(old, false)).contains("measured as").contains(packageOf(to));
        assertThat(get(list(from), false)).contains("No benchmark matches");
        assertThat(series(to)).isNotEmpty();
        assertThat(get("/projects/" + GeneratedSite.PROJECT + "/renames", true)).contains(from + " → " + to);
    }

    private static String packageOf(String pattern) {
        return pattern.replaceFirst("(\\*|[A-Z].*)$", "");
    }

    /** The list of the benchmarks that a pattern of a rename names. */
    private static String list(String pattern) {
        return "/projects/" + GeneratedSite.PROJECT + "/benchmarks?q=" + encoded(pattern);
    }

    private static String series(String pattern) throws IOException, InterruptedException {
        String page = get(list(pattern), false);
        Matcher series =
                Pattern.compile("href=\"(/projects/[^\"?]+/series/\\d+)").matcher(page);
        assertThat(series.find()).as(page).isTrue();
        return series.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String get(String path, boolean signedIn) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
        if (signedIn) {
            request.header("Cookie", GeneratedSite.cookie(server, true));
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static HttpResponse<String> post(String path, String form, String site)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
                .header("Cookie", GeneratedSite.cookie(server, true))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", site)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
