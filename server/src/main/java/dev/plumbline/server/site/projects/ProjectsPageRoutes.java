package dev.plumbline.server.site.projects;

import dev.plumbline.server.auth.Caller;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.site.frame.PageReplies;
import io.vertx.ext.web.Router;
import java.util.List;

/** The page of all projects. */
public final class ProjectsPageRoutes implements Routes {

    private final ProjectListQueries queries;
    private final PageReplies replies;

    public ProjectsPageRoutes(Database database, PageReplies replies) {
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
