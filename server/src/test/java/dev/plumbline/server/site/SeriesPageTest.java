package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.ingest.SampleHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesPageTest {

    private static PageServer server;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = new PageServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aRunOfAPullRequestIsDrawnOnTheTrendOfTheBaseBranch() {
        String page = get(series() + "?run=" + server.keys.pullRequestRun()).body();

        // The second of the sample's kinds of verdict, with an interval of 4 % to each side: 0.81 × 0.96 = 0.778, 0.81
        // × 1.04 = 0.842.
        assertThat(page)
                .contains(
                        "Improved: 19.0 % faster (−22.2 … −15.8 %), 1,000 ns/op → 810 ns/op, against 20 runs, a1b20001 to a1b203e7.")
                .contains("href=\"/projects/acme/pull-requests/12\"")
                .contains("trend of main")
                .contains("Level of main now")
                .contains("class=\"candidate\"")
                .contains("59 commits");
    }

    @Test
    void aBranchOfAPullRequestShowsItsNewestRunTheSameWay() {
        String ofRun = get(series() + "?run=" + server.keys.pullRequestRun()).body();
        String ofBranch = get(series() + "?branch=pull/12").body();

        assertThat(sentence(ofBranch)).isEqualTo(sentence(ofRun));
        assertThat(ofBranch).contains("class=\"candidate\"").doesNotContain("none found");
    }

    @Test
    void aRunOfTheBaseBranchIsAPlaceOnTheTrend() {
        String page = get(series() + "?run=1").body();

        assertThat(page)
                .contains("Not judged yet")
                .doesNotContain("class=\"candidate\"")
                .contains("class=\"marked\"")
                .contains("The diamond on the dashed line is this run.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"branch=nope", "branch=pull/99", "branch=pull/0", "run=999999"})
    void whatIsNotThereIsNeverTheBaseBranchInstead(String query) {
        String number = series().substring(series().lastIndexOf('/') + 1);
        for (String path : new String[] {
            series(),
            "/projects/acme/charts/series/" + number + ".svg",
            "/projects/acme/charts/series/" + number + ".png",
            "/projects/acme/charts/sparkline/" + number + ".svg",
            "/projects/acme/charts/tips/" + number + ".json"
        }) {
            HttpResponse<String> answer = get(path + "?" + query);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).contains(query.substring(query.indexOf('=') + 1));
        }
    }

    @Test
    void theBaseBranchMayBeNamed() {
        assertThat(get(series() + "?branch=main").body()).contains("Current level");
    }

    @Test
    void aPartHasTheFiguresOfTheWholeSeries() {
        String whole = get(series()).body();
        String part = get(series() + "?from=" + SampleHistory.sha(10) + "&to=" + SampleHistory.sha(19))
                .body();

        assertThat(figures(part)).isEqualTo(figures(whole));
        assertThat(part)
                .contains("10 of 59 commits")
                .contains("A part is shown: a1b2000a to a1b20013")
                .contains("Levels, figures and shifts are those of the whole series.")
                .contains("Zoom out")
                .contains("← Earlier")
                .contains("Later →");
        assertThat(whole).doesNotContain("A part is shown");
    }

    @Test
    void aPartIsGivenByDatesToo() {
        // Commit 3 is of 2 September, 11:00, commit 4 of the same day, 20:00, and commit 5 of the next.
        assertThat(get(series() + "?from=2026-09-02&to=2026-09-02").body()).contains("3 of 59 commits");
        assertThat(get(series() + "?from=2026-09-02T10:00:00Z&to=2026-09-02").body())
                .contains("2 of 59 commits");
        assertThat(get(series() + "?from=2030-01-01").body()).contains("No commit of the series is in this part.");
        assertThat(get(series() + "?from=2026-13-01").statusCode()).isEqualTo(400);
    }

    @Test
    void aCommitThatWasNotMeasuredIsNoBoundAndThePageSaysSo() {
        // Commit 40 was not measured.
        assertThat(get(series() + "?from=" + SampleHistory.sha(40)).body())
                .contains("59 commits")
                .contains("Commit a1b20028 was not measured here");
    }

    @Test
    void theAxisShowsCommitsOrTime() {
        String byTime = get(series() + "?axis=time").body();

        assertThat(byTime).contains("7 Sep").contains("axis=time");
        assertThat(get(series() + "?axis=sideways").statusCode()).isEqualTo(400);
    }

    @Test
    void theTableOfPointsHasPages() {
        String second = get(series() + "?page=2").body();

        assertThat(get(series()).body()).contains("1–25 of 59").contains("?page=2#points");
        assertThat(second).contains("26–50 of 59");
    }

    @Test
    void theTooltipsSayWhatIsKnownOfEachPoint() {
        String number = series().substring(series().lastIndexOf('/') + 1);
        String tips = get("/projects/acme/charts/tips/" + number + ".json?run=" + server.keys.pullRequestRun())
                .body();

        assertThat(tips)
                .contains("\"subject\":\"Tokenizer: accept any Unicode white space\"")
                .contains("\"author\":\"Grace Hopper\"")
                .contains("3 forks")
                .contains("\"apart\":\"yes\"");
        assertThat(tips.split("\"commit\"", -1)).hasSize(1 + 59 + 1);
    }

    @Test
    void aLongHistoryIsShownWholeAndItsTableHasPages() {
        long series = server.history.series(server.keys.project(), "drain", "score");
        server.database.transaction(handle -> handle.execute(
                """
                with made as (
                    select number, 'f' || lpad(to_hex(number), 7, '0') || repeat('0', 32) as sha
                    from generate_series(1, 2000) number),
                commits as (
                    insert into commit (project_id, sha, committed_at, author, subject)
                    select ?, sha, timestamptz '2027-01-01T00:00Z' + number * interval '5 hours', 'Ada Lovelace',
                        'Change number ' || number || ' of a history that is long'
                    from made returning sha),
                placed as (
                    insert into branch_commit (project_id, branch_id, sha, position)
                    select ?, ?, sha, 1000000000 + number * 1024 from made returning sha),
                runs as (
                    insert into run (project_id, branch_id, environment_id, sha, run_name, result_count, observed)
                    select ?, ?, ?, sha, 'long', 1, '{"cpu": "AMD EPYC 7763", "os": "Linux 6.1", "jvm": "OpenJDK 25"}'
                    from made returning run_id, sha)
                insert into point (project_id, series_id, run_id, value, forks, iterations)
                select ?, ?, run_id, level, array[level * 0.99, level * 1.002, level * 1.008], 15
                from runs
                    cross join lateral (
                        select 4.4e-5 * (1 + 0.02 * sin(run_id * 12.9898) + 0.3 * (run_id % 700 / 350)) as level) as middle
                """,
                server.keys.project(),
                server.keys.project(),
                server.keys.branch(),
                server.keys.project(),
                server.keys.branch(),
                server.keys.environment(),
                server.keys.project(),
                series));
        HttpResponse<String> page = get("/projects/acme/series/" + series);

        assertThat(page.body()).contains("2,059 commits").contains("1–25 of 2,059");
        assertThat(page.body().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
        assertThat(get("/projects/acme/charts/tips/" + series + ".json").body().split("\"commit\"", -1))
                .hasSize(1 + 2_059);
    }

    @Test
    void theHeadingIsClassMethodAndParametersAndPicturesAreLinked() {
        assertThat(get(series()).body())
                .contains(
                        "<span class=\"name-class\">TokenizerBenchmark.</span><wbr><span class=\"name-method\">split</span>")
                .contains(".svg\">SVG</a>")
                .contains(".png\">PNG</a>");
    }

    private static String sentence(String page) {
        int start = page.indexOf("compared-sentence");
        return page.substring(start, page.indexOf("</p>", start));
    }

    private static String figures(String page) {
        int start = page.indexOf("<dl class=\"figures\">");
        return page.substring(start, page.indexOf("</dl>", start));
    }

    private static String series() {
        return "/projects/acme/series/" + server.history.series(server.keys.project(), "split", "score");
    }

    private static HttpResponse<String> get(String path) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create(server.url(path))).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
