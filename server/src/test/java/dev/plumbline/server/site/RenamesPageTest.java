package dev.plumbline.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.server.history.SeriesContextQueries;
import dev.plumbline.server.project.Projects;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page of renames and new baselines, its forms as a browser sends them, and what other pages say of it. */
class RenamesPageTest {

    private static final String PATH = "/projects/acme/renames";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private PageServer server;

    @BeforeEach
    void start() {
        server = new PageServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A benchmark of the history under a new name, which a later run than all others measured. */
    private String rename() {
        String old = text("select name from benchmark where project_id = ? and name like '%split' order by 1 limit 1");
        String young = old.replaceFirst("[^.]*$", "cut");
        server.database.execute(handle -> {
            handle.execute("""
                    insert into benchmark (project_id, identity, name, params, mode, threads)
                    select project_id, sha256(cast(? || benchmark_id as bytea)), ?, params, mode, threads
                    from benchmark where project_id = ? and name = ?
                    """, young, young, server.keys.project(), old);
        });
        return young;
    }

    @Test
    void joinsAndUndoesByTheForms() throws Exception {
        long series = server.history.series(server.keys.project(), "split", "score");
        String young = rename();
        String old = young.replaceFirst("cut$", "split");

        assertThat(get(PATH, false))
                .contains("No rename was accepted so far.")
                .doesNotContain("<form class=\"filters\"");
        assertThat(post(PATH, "from=" + encoded(old) + "&to=" + encoded(young), "cross-site")
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> joined = post(PATH, "from=" + encoded(old) + "&to=" + encoded(young), "same-origin");
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(303);

        String page = get(PATH, true);
        assertThat(page).contains(old + " → " + young).contains("accepted by");
        assertThat(get("/projects/acme/benchmarks?q=" + encoded(young), false)).contains("cut</");
        assertThat(get("/projects/acme/benchmarks?q=" + encoded(old), false)).contains("No benchmark matches");
        // The link to the old series leads to the joined one.
        assertThat(get("/projects/acme/series/" + series, false))
                .containsPattern("until \\d+ \\w+ \\d+ measured as " + Pattern.quote(old))
                .contains("cut");
        assertThat(new SeriesContextQueries(server.database)
                        .load(new Projects(server.database).find("acme").orElseThrow(), series)
                        .orElseThrow()
                        .series()
                        .benchmark())
                .isEqualTo(young);

        Matcher undo = Pattern.compile("action=\"(" + PATH + "/\\d+/undo)\"").matcher(page);
        assertThat(undo.find()).isTrue();
        assertThat(post(undo.group(1), "", "same-origin").statusCode()).isEqualTo(303);
        assertThat(post(undo.group(1), "", "same-origin").statusCode()).isEqualTo(404);
        assertThat(get("/projects/acme/series/" + series, false)).doesNotContain("measured as");
    }

    @Test
    void marksANewBaselineThatTheChartShows() throws Exception {
        long series = server.history.series(server.keys.project(), "split", "score");
        String commit = text("""
                select r.sha from point p join run r using (project_id, run_id)
                where p.project_id = ? and p.series_id = %d and r.baseline_eligible
                order by r.run_id offset 20 limit 1
                """.formatted(series));

        HttpResponse<String> marked = post(
                "/projects/acme/baselines",
                "commit=" + commit.substring(0, 39) + "&pattern=*split&note=" + encoded("larger <input>"),
                "same-origin");
        assertThat(marked.statusCode()).as(marked.body()).isEqualTo(303);

        String page = get(PATH, true);
        assertThat(page).contains("larger &lt;input&gt;").contains("*split from");
        assertThat(get("/projects/acme/series/" + series, false)).contains("new baseline: larger &lt;input&gt;");
        Matcher remove = Pattern.compile("action=\"(/projects/acme/baselines/\\d+/remove)\"")
                .matcher(page);
        assertThat(remove.find()).isTrue();
        assertThat(post(remove.group(1), "", "same-origin").statusCode()).isEqualTo(303);
        assertThat(get("/projects/acme/series/" + series, false)).doesNotContain("new baseline");
        assertThat(post("/projects/acme/baselines", "commit=x&pattern=*&note=n", "same-origin")
                        .statusCode())
                .isEqualTo(400);
    }

    private String text(String sql) {
        return server.database.read(handle ->
                handle.select(sql, server.keys.project()).mapTo(String.class).first());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String get(String path, boolean signedIn) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)));
        if (signedIn) {
            request.header("Cookie", "plumbline_token=" + server.instanceToken.text());
        }
        return HTTP.send(request.build(), BodyHandlers.ofString()).body();
    }

    private HttpResponse<String> post(String path, String form, String site) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url(path)))
                .header("Cookie", "plumbline_token=" + server.instanceToken.text())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", site)
                .POST(BodyPublishers.ofString(form))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
