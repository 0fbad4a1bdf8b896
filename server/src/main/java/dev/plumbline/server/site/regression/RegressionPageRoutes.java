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
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.regression.RegressionDetails;
import dev.plumbline.server.regression.RegressionFilter;
import dev.plumbline.server.regression.RegressionKind;
import dev.plumbline.server.regression.RegressionQueries;
import dev.plumbline.server.regression.Triage;
import dev.plumbline.server.regression.TriageInput;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageReplies;
import dev.plumbline.server.site.part.SparklinePictures;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pages of regressions, and the form with which people decide on one. */
public final class RegressionPageRoutes implements Routes {

    private static final String PATH = "/projects/:project/regressions";

    /** The cookie that keeps the given name for the next time. */
    private static final String NAME_COOKIE = "plumbline_name";

    private static final long NAME_SECONDS = 365L * 24 * 3_600;
    private static final long BODY_LIMIT = 65_536;
    private static final int LAST_PAGE = 100_000;

    private final RegressionQueries queries;
    private final HistoryChoiceQueries choiceQueries;
    private final Triage triage;
    private final Gatekeeper gatekeeper;
    private final PageReplies replies;
    private final SparklinePictures pictures;

    public RegressionPageRoutes(
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
        router.get(PATH).handler(context -> replies.project(context, access -> list(context, access.project())));
        router.get(PATH + "/:regression").handler(context -> replies.project(context, access -> one(context, access)));
        router.post(PATH + "/:regression")
                .handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT))
                .handler(this::decide);
    }

    private RegressionsPage list(RoutingContext context, Project project) {
        Parameters query = new Parameters(context.queryParams());
        RegressionFilter filter = filter(query);
        int page = query.number("page", 1, 1, LAST_PAGE);
        PageOf part = new PageOf((long) (page - 1) * RegressionsPage.PAGE_SIZE, RegressionsPage.PAGE_SIZE);
        List<String> environments = choiceQueries.choices(project, "").environments().stream()
                .map(HistoryChoices.Environment::label)
                .toList();
        return RegressionsPage.of(
                replies.frame(context, "Regressions · " + Printable.line(project.name()), crumbs(project)),
                project,
                filter,
                page,
                queries.list(project.id(), filter, part),
                queries.precision(project.id()),
                environments,
                queries.assignees(project.id()),
                pictures);
    }

    private RegressionPage one(RoutingContext context, Access access) {
        Project project = access.project();
        RegressionDetails details = queries.load(project.id(), PathKeys.of(context, "regression"))
                .orElseThrow(() -> PathKeys.missing("regression"));
        List<PageFrame.Crumb> crumbs = new ArrayList<>(crumbs(project));
        crumbs.add(new PageFrame.Crumb("Regressions", new Links(project.slug()).regressions()));
        return RegressionPage.of(
                replies.frame(
                        context,
                        "Regression " + details.change().id() + " · " + Printable.line(project.name()),
                        crumbs),
                project,
                details,
                pictures,
                access.caller().may(Permission.ADMIN) ? Optional.of(name(context.request())) : Optional.empty());
    }

    private static List<PageFrame.Crumb> crumbs(Project project) {
        return List.of(
                new PageFrame.Crumb("Projects", "/"),
                new PageFrame.Crumb(Printable.line(project.name()), new Links(project.slug()).project()));
    }

    /** Applies what differs from the form's initial values: an assignee, a decision with its note, or a note alone. */
    private void decide(RoutingContext context) {
        String name = valid("who", TriageInput.name(field(context, "who")), TriageInput.NAME_RULE);
        String note = valid("note", TriageInput.note(field(context, "note")), TriageInput.NOTE_RULE);
        String assignee = valid("assignee", TriageInput.name(field(context, "assignee")), TriageInput.NAME_RULE);
        String assigneeBefore = field(context, "assigneeBefore").strip();
        String decision = field(context, "decision");
        if (!decision.isEmpty() && !TriageInput.decides(decision)) {
            throw new ProblemException(
                    ProblemKind.INVALID_REQUEST, "The field 'decision' takes " + TriageInput.DECISIONS + ".");
        }
        context.response().addCookie(nameCookie(context.request(), name, PathKeys.text(context, "project")));
        replies.change(context, Permission.ADMIN, access -> {
            long project = access.project().id();
            long regression = PathKeys.of(context, "regression");
            TriageInput input = TriageInput.of(name, gatekeeper.label(access.caller()), note);
            boolean found = true;
            if (!assignee.equals(assigneeBefore)) {
                found = triage.assign(project, regression, input.who(), assignee);
            }
            if (!decision.isEmpty()) {
                found = triage.decide(project, regression, input.who(), TriageInput.decision(decision), note);
            } else if (!note.isEmpty()) {
                found = triage.note(project, regression, input.who(), note);
            }
            if (!found) {
                throw PathKeys.missing("regression");
            }
            return new Links(access.project().slug()).regression(regression);
        });
    }

    private static String field(RoutingContext context, String name) {
        return Optional.ofNullable(context.request().getFormAttribute(name)).orElse("");
    }

    private static String valid(String field, Optional<String> value, String rule) {
        return value.orElseThrow(
                () -> new ProblemException(ProblemKind.INVALID_REQUEST, "The field '" + field + "' " + rule + "."));
    }

    private static String name(HttpServerRequest request) {
        Cookie cookie = request.getCookie(NAME_COOKIE);
        if (cookie == null) {
            return "";
        }
        try {
            return TriageInput.name(URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8))
                    .orElse("");
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    private static Cookie nameCookie(HttpServerRequest request, String name, String project) {
        return Cookie.cookie(NAME_COOKIE, URLEncoder.encode(name, StandardCharsets.UTF_8))
                .setPath(new Links(project).project())
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure("https".equals(request.scheme()))
                .setMaxAge(name.isEmpty() ? 0 : NAME_SECONDS);
    }

    /** The filter of a page's address: regressions unless it says otherwise; unknown values are ignored. */
    private static RegressionFilter filter(Parameters query) {
        Optional<Boolean> worse = switch (query.text("direction").orElse("")) {
            case "all" -> Optional.empty();
            case "better" -> Optional.of(false);
            default -> Optional.of(true);
        };
        return new RegressionFilter(
                query.text("state").map(RegressionFilter::statesOf).orElse(Set.of()),
                query.text("assignee"),
                query.text("kind").flatMap(RegressionKind::ofLabel),
                query.text("environment"),
                worse);
    }
}
