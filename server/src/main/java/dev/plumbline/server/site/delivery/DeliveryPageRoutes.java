package dev.plumbline.server.site.delivery;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.auth.Access;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.queue.Deliveries;
import dev.plumbline.server.queue.DeliveryLog;
import dev.plumbline.server.queue.DeliveryState;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.PageReplies;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** The page of a project's deliveries, and its button for a retry. */
public final class DeliveryPageRoutes implements Routes {

    private static final int LAST_PAGE = 100_000;
    private static final int BODY_LIMIT = 16_384;

    private final Deliveries deliveries;
    private final DeliveryLog log;
    private final PageReplies replies;

    public DeliveryPageRoutes(Database database, PageReplies replies) {
        this.deliveries = new Deliveries(database);
        this.log = new DeliveryLog(database);
        this.replies = replies;
    }

    @Override
    public void mount(Router router) {
        router.get("/projects/:project/deliveries")
                .handler(context -> replies.project(context, access -> page(context, access)));
        router.post("/projects/:project/deliveries/:delivery/retry")
                .handler(replies.form(BODY_LIMIT))
                .handler(context ->
                        replies.change(context, Permission.ADMIN, access -> again(context, access.project())));
    }

    private DeliveriesPage page(RoutingContext context, Access access) {
        Project project = access.project();
        Parameters query = new Parameters(context.queryParams());
        Optional<DeliveryState> state = query.text("state").flatMap(DeliveryState::ofLabel);
        int page = query.number("page", 1, 1, LAST_PAGE);
        List<DeliveryLog.Entry> entries = log.entries(
                project.id(),
                state,
                Optional.empty(),
                new PageOf((long) (page - 1) * DeliveriesPage.SIZE, DeliveriesPage.SIZE + 1));
        Links links = new Links(project.slug());
        PageFrame frame = replies.frame(
                context,
                "Deliveries · " + Printable.line(project.name()),
                List.of(
                        new PageFrame.Crumb("Projects", "/"),
                        new PageFrame.Crumb(Printable.line(project.name()), links.project())));
        return DeliveriesPage.of(
                frame,
                links,
                state,
                page,
                entries,
                log.attempts(
                        project.id(),
                        entries.stream().map(DeliveryLog.Entry::id).toList()),
                access.caller().may(Permission.ADMIN));
    }

    private String again(RoutingContext context, Project project) {
        long delivery = PathKeys.of(context, "delivery");
        if (log.entry(project.id(), delivery).isEmpty()) {
            throw PathKeys.missing("delivery");
        }
        deliveries.again(project.id(), delivery);
        return new Links(project.slug()).deliveries();
    }
}
