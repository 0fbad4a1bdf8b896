package dev.plumbline.server.site.regression;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.server.auth.Access;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.pullrequest.RangeReader;
import dev.plumbline.server.regression.DetectorState;
import dev.plumbline.server.regression.Narrowing;
import dev.plumbline.server.regression.RegressionDetails;
import dev.plumbline.server.regression.RegressionQueries;
import dev.plumbline.server.regression.RegressionSummary;
import dev.plumbline.server.regression.Triage;
import dev.plumbline.server.regression.TriageInput;
import dev.plumbline.server.regression.surroundings.RegressionSurroundings;
import dev.plumbline.server.regression.surroundings.SurroundingsQueries;
import dev.plumbline.server.site.frame.FormAnswer;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageReplies;
import dev.plumbline.server.site.frame.Preview;
import dev.plumbline.server.site.part.SparklinePictures;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page of a regression, and the form with which people decide on it. */
public final class RegressionPageRoutes implements Routes {

    private static final String PATH = "/projects/:project/regressions/:regression";
    private static final long BODY_LIMIT = 65_536;

    private final RegressionQueries queries;
    private final SurroundingsQueries surroundings;
    private final Triage triage;
    private final Gatekeeper gatekeeper;
    private final RangeReader ranges;
    private final PageReplies replies;
    private final SparklinePictures pictures;

    /**
     * The routes.
     *
     * @param triage what people do with regressions
     * @param ranges which files differ in a range
     */
    public RegressionPageRoutes(
            Database database,
            Triage triage,
            Gatekeeper gatekeeper,
            RangeReader ranges,
            PageReplies replies,
            ChartRenderer renderer) {
        this.queries = new RegressionQueries(database);
        this.surroundings = new SurroundingsQueries(database);
        this.triage = triage;
        this.gatekeeper = gatekeeper;
        this.ranges = ranges;
        this.replies = replies;
        this.pictures = new SparklinePictures(renderer);
    }

    @Override
    public void mount(Router router) {
        router.get(PATH).handler(context -> replies.project(context, access -> shown(context, access)));
        router.post(PATH)
                .handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT))
                .handler(this::decide);
    }

    private RegressionPage shown(RoutingContext context, Access access) {
        RegressionDetails details = load(context, access.project());
        RegressionSummary change = details.change();
        String assignee = change.triage().assignee();
        Parameters query = new Parameters(context.queryParams());
        boolean may = access.caller().may(Permission.ADMIN);
        Optional<RegressionPage.Form> form = may
                ? Optional.of(new RegressionPage.Form(
                        "",
                        TriageForm.knownName(context.request()),
                        assignee,
                        assignee,
                        "",
                        RegressionPage.isDecided(change),
                        ""))
                : Optional.empty();
        return page(context, access, details, may ? saved(query, change) : Optional.empty(), form);
    }

    private RegressionDetails load(RoutingContext context, Project project) {
        return queries.load(project.id(), PathKeys.of(context, "regression"))
                .orElseThrow(() -> PathKeys.missing("regression"));
    }

    private RegressionPage page(
            RoutingContext context,
            Access access,
            RegressionDetails details,
            Optional<RegressionPage.Saved> saved,
            Optional<RegressionPage.Form> form) {
        Project project = access.project();
        Links links = new Links(project.slug());
        RegressionSurroundings around = surroundings.load(project.id(), details.change());
        String title = RegressionTitle.of(details.change()).line();
        PageFrame frame = replies.frame(
                context,
                title + " · Regression " + details.change().id() + " · " + Printable.line(project.name()),
                List.of(
                        new PageFrame.Crumb("Projects", "/"),
                        new PageFrame.Crumb(Printable.line(project.name()), links.project()),
                        new PageFrame.Crumb("Regressions", links.regressions())));
        RegressionPage page =
                RegressionPage.of(frame, project, details, around, pictures, files(access, details), saved, form);
        return project.isPublic() ? page.with(preview(context, page, project)) : page;
    }

    /**
     * Where no commit is to blame, there are no files to look at. Who reads the page because the project is public sees the files only if
     * the forge shows them to everybody.
     */
    private Optional<FilesView> files(Access access, RegressionDetails details) {
        RegressionSummary change = details.change();
        if (change.triage().detected() == DetectorState.RETRACTED || change.isWithinOneCommit()) {
            return Optional.empty();
        }
        Narrowing narrowing = Narrowing.of(details);
        RangeReader.Reader reader =
                access.caller().may(Permission.READ) ? RangeReader.Reader.MEMBER : RangeReader.Reader.ANYBODY;
        boolean others = access.project().isPublic() && reader == RangeReader.Reader.MEMBER;
        return ranges.of(access.project().id(), reader, narrowing.good(), narrowing.bad())
                .map(files -> FilesView.of(files, others));
    }

    private Preview preview(RoutingContext context, RegressionPage page, Project project) {
        String server = replies.address(context);
        return new Preview(
                page.title().line() + ": " + page.card().size()
                        + (page.card().words().isEmpty()
                                ? ""
                                : " " + page.card().words()),
                Printable.line(project.name()) + ", " + page.environment() + ": "
                        + page.card().state().words() + ", since "
                        + page.card().commit().hash() + " "
                        + page.card().commit().subject(),
                server + page.url(),
                page.chart().map(chart -> server + chart.preview()).orElse(""));
    }

    /** What the address says was just saved, after the form was sent: the fields that were changed, as they were. */
    private static Optional<RegressionPage.Saved> saved(Parameters query, RegressionSummary change) {
        if (query.text("saved").isEmpty()) {
            return Optional.empty();
        }
        String assignee = change.triage().assignee();
        Optional<String> was = query.text("was").filter(TriageInput::decides);
        Optional<String> assigneeWas = query.text("assigneeWas").flatMap(TriageInput::name);
        return Optional.of(new RegressionPage.Saved(
                "Saved. It is " + change.state().words()
                        + (assignee.isEmpty() ? "." : ", assigned to " + Printable.line(assignee) + "."),
                was.isEmpty() && assigneeWas.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new RegressionPage.Undo(
                                was.orElse(""),
                                assigneeWas
                                        .map(name -> name.equals("-") ? "" : name)
                                        .orElse(assignee),
                                assignee))));
    }

    /** Applies what differs from the form's initial values: an assignee, a decision with its note, or a note alone. */
    private void decide(RoutingContext context) {
        TriageForm form = TriageForm.of(context.request());
        if (form.complaint().isEmpty()) {
            context.response().addCookie(form.nameCookie(context.request(), PathKeys.text(context, "project")));
        }
        replies.submit(context, Permission.ADMIN, access -> {
            Project project = access.project();
            RegressionDetails details = load(context, project);
            if (form.complaint().isPresent()) {
                return new FormAnswer.Refused(page(
                        context,
                        access,
                        details,
                        Optional.empty(),
                        Optional.of(new RegressionPage.Form(
                                form.decision(),
                                form.who(),
                                form.assignee(),
                                form.assigneeBefore(),
                                form.note(),
                                RegressionPage.isDecided(details.change()),
                                form.complaint().get()))));
            }
            apply(project.id(), details.change().id(), form, gatekeeper.label(access.caller()));
            return new FormAnswer.Accepted(
                    new Links(project.slug()).regression(details.change().id()) + after(form, details.change()));
        });
    }

    private void apply(long project, long regression, TriageForm form, String label) {
        TriageInput input = TriageInput.of(form.who(), label, form.note());
        if (form.assigns()) {
            triage.assign(project, regression, input.who(), form.assignee());
        }
        if (!form.decision().isEmpty()) {
            triage.decide(project, regression, input.who(), TriageInput.decision(form.decision()), form.note());
        } else if (!form.note().isEmpty()) {
            triage.note(project, regression, input.who(), form.note());
        }
    }

    /** The query that makes the page say what was saved; empty if the form changed nothing. */
    private static String after(TriageForm form, RegressionSummary before) {
        boolean nothing = form.decision().isEmpty() && form.note().isEmpty() && !form.assigns();
        if (nothing) {
            return "";
        }
        String assignee = before.triage().assignee();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("saved", "1");
        query.put("was", form.decision().isEmpty() ? "" : RegressionPage.decision(before));
        query.put("assigneeWas", form.assigns() ? (assignee.isEmpty() ? "-" : assignee) : "");
        return Links.query(query) + "#saved";
    }
}
