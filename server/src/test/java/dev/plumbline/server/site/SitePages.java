package dev.plumbline.server.site;

import dev.plumbline.server.ingest.SampleHistory;
import dev.plumbline.server.notification.rule.NotificationChannel;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.notification.rule.NotificationRules;
import dev.plumbline.server.notification.thread.NotificationThreads;
import dev.plumbline.server.notification.watch.Watches;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One address of each page, with something hostile to show on it. */
final class SitePages {

    private final PageServer server;

    SitePages(PageServer server) {
        this.server = server;
        long project = server.keys.project();
        NotificationRule rule = new NotificationRules(server.database)
                .create(
                        project,
                        new NotificationRule.Wish(
                                SampleHistory.HOSTILE,
                                NotificationChannel.WEBHOOK,
                                "https://hooks.example.com/a",
                                NotificationEvent.usual(),
                                "*",
                                SampleHistory.HOSTILE,
                                "*",
                                0,
                                true),
                        "secret");
        new NotificationThreads(server.database).enqueueTrial(project, rule);
        new Watches(server.database)
                .put(project, SampleHistory.HOSTILE, "main", Duration.ofHours(24), Duration.ofHours(6));
        renames(project);
    }

    /** A rename and a new baseline whose texts are hostile; neither concerns any benchmark of the history. */
    private void renames(long project) {
        server.database.execute(handle -> {
            handle.execute("""
                    with accepted as (
                        insert into rename (project_id, from_pattern, to_pattern, accepted_by)
                        values (?, 'a.*', ?, ?)
                        returning project_id, rename_id)
                    insert into renamed_benchmark (project_id, rename_id, from_benchmark_id, to_benchmark_id)
                    select accepted.project_id, accepted.rename_id, min(b.benchmark_id), max(b.benchmark_id)
                    from accepted join benchmark b on b.project_id = accepted.project_id
                    group by accepted.project_id, accepted.rename_id
                    """, project, SampleHistory.HOSTILE.replace("*", "") + "*", SampleHistory.HOSTILE);
            handle.execute("""
                    insert into baseline_mark (project_id, sha, pattern, note, created_by)
                    select project_id, min(sha), ?, ?, ? from commit where project_id = ? group by project_id
                    """, "none" + SampleHistory.HOSTILE, SampleHistory.HOSTILE, SampleHistory.HOSTILE, project);
        });
    }

    /** The addresses by a name for each. */
    Map<String, String> all() {
        long project = server.keys.project();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("projects", "/");
        pages.put("overview", "/projects/acme");
        pages.put("overview-empty", "/projects/empty");
        pages.put("runs", "/projects/acme/runs");
        pages.put("benchmarks", "/projects/acme/benchmarks");
        pages.put("series", "/projects/acme/series/" + server.history.series(project, "split", "score"));
        pages.put("series-hostile", "/projects/acme/series/" + server.history.series(project, "evil", "score"));
        pages.put("run", "/projects/acme/runs/" + server.keys.pullRequestRun());
        pages.put("upload", "/projects/acme/uploads/" + server.history.upload(server.keys.pullRequestRun()));
        pages.put("pull-requests", "/projects/acme/pull-requests");
        pages.put("pull-request", "/projects/acme/pull-requests/12");
        pages.put("branch", "/projects/acme/branches/main");
        pages.put("regressions", "/projects/acme/regressions");
        pages.put("regression", "/projects/acme/regressions/" + server.history.regression(project, 41));
        pages.put("benchmark", "/projects/acme/benchmarks/" + server.history.benchmark(project, "split"));
        pages.put("deliveries", "/projects/acme/deliveries");
        pages.put("notifications", "/projects/acme/notifications");
        pages.put("renames", "/projects/acme/renames");
        pages.put("settings", "/projects/acme/settings");
        pages.put("sign-in", "/sign-in");
        return pages;
    }

    /** The header {@code Cookie} that an address takes; none where everybody may see it. */
    Map<String, String> cookie(String path) {
        return path.endsWith("/notifications")
                ? Map.of("Cookie", "plumbline_token=" + server.instanceToken.text())
                : Map.of();
    }

    /** The routes of pages: all that is asked for by GET and is no picture, feed or file, and not of the API. */
    List<String> routes() {
        return server.routes().stream()
                .filter(route -> !route.matches("/(api|health|metrics|openapi|assets|favicon).*"))
                .filter(route -> !route.endsWith("/:file") && !route.endsWith(".atom"))
                .map(route -> route.endsWith("/branches/") ? route + ":branch" : route)
                .toList();
    }
}
