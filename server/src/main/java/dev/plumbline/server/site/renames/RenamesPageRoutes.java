package dev.plumbline.server.site.renames;

import dev.plumbline.analysis.rename.RenamePattern;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.auth.Access;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.baseline.BaselineMarks;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.regression.Triage;
import dev.plumbline.server.regression.TriageInput;
import dev.plumbline.server.rename.RenameOfferQueries;
import dev.plumbline.server.rename.Renames;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageReplies;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The page of renames and new baselines, and its forms. */
public final class RenamesPageRoutes implements Routes {

    private static final String PATH = "/projects/:project/renames";
    private static final String BASELINES = "/projects/:project/baselines";
    private static final int BODY_LIMIT = 65_536;

    private final Renames renames;
    private final RenameOfferQueries offers;
    private final BaselineMarks marks;
    private final Gatekeeper gatekeeper;
    private final PageReplies replies;

    public RenamesPageRoutes(Database database, Triage triage, Gatekeeper gatekeeper, PageReplies replies) {
        this.renames = new Renames(database);
        this.offers = new RenameOfferQueries(database);
        this.marks = new BaselineMarks(database, triage);
        this.gatekeeper = gatekeeper;
        this.replies = replies;
    }

    @Override
    public void mount(Router router) {
        router.get(PATH).handler(context -> replies.project(context, access -> page(context, access)));
        change(router, PATH, (context, access) -> {
            RenamePattern pattern = pattern(field(context, "from"), field(context, "to"));
            long project = access.project().id();
            if (field(context, "offered").isEmpty()) {
                renames.accept(project, pattern, who(access));
            } else {
                renames.acceptOffered(project, pattern, who(access));
            }
        });
        change(router, PATH + "/:rename/undo", (context, access) -> {
            if (!renames.undo(access.project().id(), PathKeys.of(context, "rename"), who(access))) {
                throw PathKeys.missing("rename");
            }
        });
        change(
                router,
                BASELINES,
                (context, access) -> marks.add(
                        access.project().id(),
                        field(context, "commit"),
                        field(context, "pattern"),
                        field(context, "note").strip(),
                        who(access)));
        change(router, BASELINES + "/:baseline/remove", (context, access) -> {
            if (!marks.remove(access.project().id(), PathKeys.of(context, "baseline"), who(access))) {
                throw PathKeys.missing("baseline");
            }
        });
    }

    private void change(Router router, String path, BiConsumer<RoutingContext, Access> work) {
        router.post(path)
                .handler(replies.form(BODY_LIMIT))
                .handler(context -> replies.change(context, Permission.ADMIN, access -> {
                    work.accept(context, access);
                    return new Links(access.project().slug()).renames();
                }));
    }

    private RenamesPage page(RoutingContext context, Access access) {
        Project project = access.project();
        PageFrame frame = replies.frame(
                context,
                "Renames and new baselines · " + Printable.line(project.name()),
                List.of(
                        new PageFrame.Crumb("Projects", "/"),
                        new PageFrame.Crumb(Printable.line(project.name()), new Links(project.slug()).project())));
        return RenamesPage.of(
                frame,
                project,
                access.caller().may(Permission.ADMIN),
                offers.offers(project.id()),
                renames.all(project.id()),
                marks.all(project.id()));
    }

    private String who(Access access) {
        return TriageInput.of("", gatekeeper.label(access.caller()), "").who();
    }

    private static RenamePattern pattern(String from, String to) {
        try {
            return new RenamePattern(from.strip(), to.strip());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemKind.INVALID_RENAME, "The names don't fit together: " + e.getMessage() + ".");
        }
    }

    private static String field(RoutingContext context, String name) {
        return Optional.ofNullable(context.request().getFormAttribute(name)).orElse("");
    }
}
