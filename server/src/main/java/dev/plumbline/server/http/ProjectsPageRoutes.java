package dev.plumbline.server.http;

import dev.plumbline.server.auth.Caller;
import dev.plumbline.server.page.ProjectsPage;
import dev.plumbline.server.store.Database;
import dev.plumbline.server.store.Project;
import dev.plumbline.server.store.ProjectListQueries;
import io.vertx.ext.web.Router;
import java.util.List;

/** The page of all projects. */
final class ProjectsPageRoutes implements Routes {

    private final ProjectListQueries queries;
    private final PageReplies replies;

    ProjectsPageRoutes(Database database, PageReplies replies) {
        this.queries = new ProjectListQueries(database);
        this.replies = replies;
    }

    @Override
    public void mount(Router router) {
        router.get("/")
                .handler(context -> replies.instance(
                        context,
                        caller -> ProjectsPage.of(
                                replies.frame(context, "Projects", List.of()),
                                queries.all().stream()
                                        .filter(listing -> isVisible(listing.project(), caller))
                                        .toList(),
                                replies.address(context))));
    }

    private static boolean isVisible(Project project, Caller caller) {
        return switch (caller) {
            case Caller.Anonymous() -> project.isPublic();
            case Caller.InstanceToken ignored -> true;
            case Caller.ProjectToken token -> project.isPublic() || token.projectId() == project.id();
            case Caller.OidcToken token -> project.isPublic() || token.projectId() == project.id();
        };
    }
}
