package dev.plumbline.server.site.regression;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.server.auth.Access;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.history.HistoryChoiceQueries;
import dev.plumbline.server.history.HistoryChoices;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.regression.RegressionQueries;
import dev.plumbline.server.regression.Triage;
import dev.plumbline.server.regression.TriageInput;
import dev.plumbline.server.site.frame.FormAnswer;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageReplies;
import dev.plumbline.server.site.part.SparklinePictures;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The list of regressions, and the form with which people decide on several of them at once. */
public final class RegressionListRoutes implements Routes {

    private static final String PATH = "/projects/:project/regressions";
    private static final int BODY_LIMIT = 65_536;
    private static final int LAST_PAGE = 100_000;

    private final RegressionQueries queries;
    private final HistoryChoiceQueries choiceQueries;
    private final Triage triage;
    private final Gatekeeper gatekeeper;
    private final PageReplies replies;
    private final SparklinePictures pictures;

    public RegressionListRoutes(
            Database database, Triage triage, Gatekeeper gatekeeper, PageReplies replies, ChartRenderer renderer) {
        this.queries = new RegressionQueries(database);
        this.choiceQueries = new HistoryChoiceQueries(database);
        this.triage = triage;
        this.gatekeeper = gatekeeper;
        this.replies = replies;
        this.pictures = new SparklinePictures(renderer);
    }

    @Override
    public void mount(Router router) {
        router.get(PATH).handler(context -> replies.project(context, access -> shown(context, access)));
        router.post(PATH).handler(replies.form(BODY_LIMIT)).handler(this::decide);
    }

    private RegressionsPage shown(RoutingContext context, Access access) {
        if (!access.caller().may(Permission.ADMIN)) {
            return page(context, access.project(), Optional.empty(), Optional.empty());
        }
        return page(
                context,
                access.project(),
                saved(new Parameters(context.queryParams())),
                Optional.of(new RegressionsPage.Form("", TriageForm.knownName(context.request()), "", List.of(), "")));
    }

    private RegressionsPage page(
            RoutingContext context,
            Project project,
            Optional<RegressionsPage.Saved> saved,
            Optional<RegressionsPage.Form> form) {
        Parameters query = new Parameters(context.queryParams());
        RegressionChoice choice = RegressionChoice.of(query);
        int number = query.number("page", 1, 1, LAST_PAGE);
        PageOf part = new PageOf((long) (number - 1) * RegressionsPage.PAGE_SIZE, RegressionsPage.PAGE_SIZE);
        List<String> environments = choiceQueries.choices(project, "").environments().stream()
                .map(HistoryChoices.Environment::label)
                .toList();
        String name = Printable.line(project.name());
        PageFrame frame = replies.frame(
                context,
                "Regressions · " + name,
                List.of(
                        new PageFrame.Crumb("Projects", "/"),
                        new PageFrame.Crumb(name, new Links(project.slug()).project())));
        return RegressionsPage.of(
                frame,
                project,
                choice,
                number,
                queries.list(project.id(), choice.filter(), choice.order(), part),
                queries.precision(project.id()),
                environments,
                queries.assignees(project.id()),
                pictures,
                saved,
                form);
    }

    /** What the address says was just saved. */
    private static Optional<RegressionsPage.Saved> saved(Parameters query) {
        int count = query.number("saved", 0, 0, RegressionsPage.PAGE_SIZE);
        return count == 0
                ? Optional.empty()
                : Optional.of(new RegressionsPage.Saved(
                        "Saved: " + (count == 1 ? "1 regression." : count + " regressions."),
                        query.text("undo").orElse("")));
    }

    private void decide(RoutingContext context) {
        TriageForm form = TriageForm.of(context.request());
        SelectedRegressions selected = SelectedRegressions.of(context.request());
        Optional<String> complaint = form.complaint().or(() -> selected.complaint(form.decision()));
        if (complaint.isEmpty() && selected.undo().isEmpty()) {
            context.response().addCookie(form.nameCookie(context.request(), PathKeys.text(context, "project")));
        }
        replies.submit(context, Permission.ADMIN, access -> {
            Project project = access.project();
            if (complaint.isPresent()) {
                return new FormAnswer.Refused(page(
                        context,
                        project,
                        Optional.empty(),
                        Optional.of(new RegressionsPage.Form(
                                form.decision(), form.who(), form.note(), selected.ids(), complaint.get()))));
            }
            String label = gatekeeper.label(access.caller());
            return new FormAnswer.Accepted(after(context, project, apply(project, form, selected, label)));
        });
    }

    /** Decides on each; returns what undoes it. */
    private Map<Long, String> apply(Project project, TriageForm form, SelectedRegressions selected, String label) {
        TriageInput input = TriageInput.of(form.who(), label, form.note());
        Map<Long, String> before = new LinkedHashMap<>();
        selected.decisions(form.decision())
                .forEach((id, decision) -> queries.load(project.id(), id).ifPresent(details -> {
                    before.put(id, RegressionPage.decision(details.change()));
                    triage.decide(project.id(), id, input.who(), TriageInput.decision(decision), input.note());
                }));
        return before;
    }

    /** The list with the same filter, saying what was saved. */
    private static String after(RoutingContext context, Project project, Map<Long, String> before) {
        Parameters query = new Parameters(context.queryParams());
        Map<String, String> parameters = RegressionChoice.of(query).parameters();
        parameters.put("page", query.text("page").orElse(""));
        parameters.put("saved", String.valueOf(before.size()));
        parameters.put("undo", SelectedRegressions.written(before));
        return new Links(project.slug()).regressions() + Links.query(parameters) + "#saved";
    }
}
