package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.fake.FakeForge;
import dev.plumbline.forge.repository.ChangedFile;
import dev.plumbline.forge.repository.ChangedFiles;
import dev.plumbline.server.forges.ConfiguredForge;
import dev.plumbline.server.forges.SecretFile;
import dev.plumbline.server.http.Credentials;
import dev.plumbline.server.ingest.SampleHistory;
import dev.plumbline.server.pullrequest.ForgeBindings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of a regression says of its range, and how its address unfolds in chat. */
class RegressionPageTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static FakeForge fake;
    private static PageServer server;

    @BeforeAll
    static void start() throws IOException {
        fake = FakeForge.start();
        Path token = Files.writeString(folder.resolve("token"), fake.accounts().token());
        server = new PageServer(List.of(new ConfiguredForge(
                "hub",
                ForgeKind.GITHUB,
                "https://github.com",
                fake.api(ForgeKind.GITHUB),
                Optional.empty(),
                new SecretFile(token),
                Optional.empty(),
                List.of("acme/*"))));
        bind("acme/tools");
        differ(39, 41, new ChangedFiles(manyFiles(), true));
        differ(
                11,
                12,
                new ChangedFiles(
                        IntStream.range(0, 300)
                                .mapToObj(number -> new ChangedFile("src/File" + number, "", ChangedFile.Kind.MODIFIED))
                                .toList(),
                        false));
    }

    private static List<ChangedFile> manyFiles() {
        List<ChangedFile> files = new ArrayList<>(List.of(
                new ChangedFile("src/<img src=x onerror=alert(1)>\u202e.java", "", ChangedFile.Kind.ADDED),
                new ChangedFile("src/New.java", "src/<b>Old.java", ChangedFile.Kind.RENAMED)));
        for (int i = files.size(); i < 61; i++) {
            files.add(new ChangedFile("src/File" + i + ".java", "", ChangedFile.Kind.MODIFIED));
        }
        return files;
    }

    @AfterAll
    static void stop() {
        server.close();
        fake.close();
    }

    @Test
    void theFilesThatDifferInTheRangeAreFoldedCountedAndText() {
        String page = getSignedIn(regression(41));

        assertThat(page)
                .contains("<summary>Files that differ <span class=\"count\">61 files</span></summary>")
                .contains("src/&lt;img src=x onerror=alert(1)&gt;")
                .contains("renamed, it was src/&lt;b&gt;Old.java")
                .contains("src/File49.java")
                .contains("and 11 more")
                .doesNotContain("src/File50.java")
                .doesNotContain("<img src=x")
                .doesNotContain("\u202e");
    }

    @Test
    void aPublicProjectDoesntShowThePathsOfAPrivateRepository() {
        assertThat(getSignedIn(regression(41))).contains("Files that differ", "Others see it only if");
        assertThat(get(regression(41))).contains("Which commit caused it").doesNotContain("Files that differ");
    }

    @Test
    void thePathsOfAPublicRepositoryAreShownToEverybody() {
        fake.repository("acme/open").makePublic();
        differ("acme/open", 11, 12, new ChangedFiles(manyFiles(), true));
        bind("acme/open");
        try {
            assertThat(get(regression(12))).contains("Files that differ").doesNotContain("Others see it only if");
        } finally {
            bind("acme/tools");
        }
    }

    @Test
    void whatTheForgeLeavesOutIsSaid() {
        assertThat(getSignedIn(regression(12))).contains("300 files or more").contains("and 250 more, which the forge doesn");
    }

    @Test
    void aForgeThatDoesntSayItLeavesThePageAsItIs() {
        String page = getSignedIn(regression(52));

        assertThat(page).contains("Which commit caused it").doesNotContain("Files that differ");
    }

    @Test
    void theAddressUnfoldsWithTitleSizeStateAndPicture() {
        String page = get(regression(41));

        assertThat(meta(page, "og:type")).contains("article");
        assertThat(meta(page, "og:site_name")).contains("Plumbline");
        assertThat(meta(page, "og:title"))
                .hasValueSatisfying(
                        title -> assertThat(title).contains(heading(page)).contains("%"));
        assertThat(meta(page, "og:description"))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("confirmed")
                        .contains("since " + SampleHistory.sha(41).substring(0, 8))
                        .doesNotContain("<"));
        assertThat(meta(page, "og:url")).contains(server.url(regression(41)));
        assertThat(meta(page, "og:image:type")).contains("image/png");
        String image = meta(page, "og:image").orElseThrow().replace("&amp;", "&");
        assertThat(image).startsWith(server.url("/projects/acme/charts/series/"));
        assertThat(send(image).statusCode()).isEqualTo(200);
        assertThat(send(image).headers().firstValue("Content-Type")).contains("image/png");
    }

    @Test
    void theAddressOfAPrivateProjectUnfoldsWithNothing() {
        String path = "/projects/hidden/regressions/" + server.history.regression(server.hidden.project(), 41);

        assertThat(getSignedIn(path)).contains("Which commit caused it").doesNotContain("og:");
        assertThat(get(path)).doesNotContain("og:");
    }

    private static void bind(String repository) {
        new ForgeBindings(server.database).bind(server.keys.project(), "hub", repository);
    }

    private static void differ(int base, int head, ChangedFiles changes) {
        differ("acme/tools", base, head, changes);
    }

    private static void differ(String repository, int base, int head, ChangedFiles changes) {
        fake.repository(repository).withChanges(SampleHistory.sha(base), SampleHistory.sha(head), changes);
    }

    private static Optional<String> meta(String page, String property) {
        String before = "<meta property=\"" + property + "\" content=\"";
        int start = page.indexOf(before);
        return start < 0
                ? Optional.empty()
                : Optional.of(page.substring(start + before.length(), page.indexOf('"', start + before.length())));
    }

    private static String heading(String page) {
        int start = page.indexOf("<h1>") + "<h1>".length();
        return page.substring(start, page.indexOf('<', start)).strip();
    }

    private static String regression(int commit) {
        return "/projects/acme/regressions/" + server.history.regression(server.keys.project(), commit);
    }

    private static String get(String path) {
        return send(server.url(path)).body();
    }

    private static String getSignedIn(String path) {
        return send(HttpRequest.newBuilder(URI.create(server.url(path)))
                        .header("Cookie", Credentials.COOKIE + "=" + server.instanceToken.text()))
                .body();
    }

    private static HttpResponse<String> send(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
