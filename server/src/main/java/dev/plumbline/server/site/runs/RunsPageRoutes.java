package dev.plumbline.server.site.runs;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.report.RunFilter;
import dev.plumbline.server.report.RunListQueries;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageReplies;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The list of runs. */
public final class RunsPageRoutes implements Routes {

    private final RunListQueries runs;
    private final PageReplies replies;
    private final InstantSource clock;

    public RunsPageRoutes(Database database, PageReplies replies, InstantSource clock) {
        this.runs = new RunListQueries(database);
        this.replies = replies;
        this.clock = clock;
    }

    @Override
    public void mount(Router router) {
        router.get("/projects/:project/runs")
                .handler(context -> replies.project(context, access -> page(context, access.project())));
    }

    private RunsPage page(RoutingContext context, Project project) {
        Parameters query = new Parameters(context.queryParams());
        RunFilter filter = filter(query);
        RunListQueries.Place place = new RunListQueries.Place(key(query, "before"), key(query, "after"));
        Instant now = clock.instant();
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        PageFrame frame = replies.frame(
                context,
                "Runs · " + Printable.line(project.name()),
                List.of(
                        new PageFrame.Crumb("Projects", "/"),
                        new PageFrame.Crumb(Printable.line(project.name()), new Links(project.slug()).project())));
        return RunsPage.of(
                frame,
                project,
                filter,
                new RunsPage.Names(runs.environments(project.id()), runs.branches(project.id())),
                runs.list(project.id(), filter, place, RunsPage.PAGE_SIZE),
                RunDays.of(runs.days(project.id(), today.minusDays(RunDays.DAYS - 1L)), today),
                now);
    }

    /** The filter of an address; a verdict that isn't known selects everything. */
    private static RunFilter filter(Parameters query) {
        return new RunFilter(
                text(query, "branch"),
                text(query, "environment"),
                text(query, "commit"),
                text(query, "author"),
                query.text("verdict").flatMap(RunFilter.Verdict::ofLabel),
                day(query, "from"),
                day(query, "to"));
    }

    private static String text(Parameters query, String name) {
        return query.text(name).map(String::strip).orElse("");
    }

    private static OptionalLong key(Parameters query, String name) {
        return query.key(name).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    private static Optional<LocalDate> day(Parameters query, String name) {
        return query.text(name).map(text -> {
            if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                try {
                    return LocalDate.parse(text);
                } catch (DateTimeParseException notADay) {
                    // Reported below.
                }
            }
            throw Parameters.invalid(name, "takes a day such as 2026-10-01");
        });
    }
}
