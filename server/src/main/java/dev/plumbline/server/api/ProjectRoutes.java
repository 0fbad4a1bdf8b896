package dev.plumbline.server.api;

import dev.plumbline.analysis.text.Csv;
import dev.plumbline.server.auth.Caller;
import dev.plumbline.server.history.CatalogTables;
import dev.plumbline.server.http.Paging;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.RequestBody;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Projects;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Projects and what they have: branches, environments, benchmarks. */
public final class ProjectRoutes {

    private static final String PUBLIC = "public";
    private static final String PRIVATE = "private";

    private final Projects projects;
    private final CatalogTables catalog;

    private record ProjectAnswer(
            String slug, String name, String baseBranch, String visibility, Instant createdAt, String url) {

        static ProjectAnswer of(Project project) {
            return new ProjectAnswer(
                    project.slug(),
                    project.name(),
                    project.baseBranch(),
                    project.isPublic() ? PUBLIC : PRIVATE,
                    project.createdAt(),
                    "/projects/" + project.slug());
        }
    }

    private record ProjectList(List<ProjectAnswer> projects) {}

    private record NewProject(
            String slug, Optional<String> name, Optional<String> baseBranch, Optional<String> visibility) {}

    public ProjectRoutes(Projects projects, CatalogTables catalog) {
        this.projects = projects;
        this.catalog = catalog;
    }

    public void mount(Api api) {
        api.readInstance("/projects", (caller, query) -> list(caller));
        api.changeInstance(HttpMethod.POST, "/projects", this::create);
        api.read("/projects/{project}", request -> Reply.json(ProjectAnswer.of(request.project())));
        api.read("/projects/{project}/branches", request -> {
            Paging paging = Paging.of(request.query());
            return Reply.json(paging.answer("branches", catalog.branches(request.project(), paging.part())));
        });
        api.read("/projects/{project}/environments", request -> {
            Paging paging = Paging.of(request.query());
            return Reply.json(paging.answer(
                    "environments", catalog.environments(request.project().id(), paging.part())));
        });
        api.read("/projects/{project}/benchmarks", request -> {
            Paging paging = Paging.of(request.query());
            return Reply.json(paging.answer("benchmarks", benchmarks(request, paging)));
        });
        api.read("/projects/{project}/benchmarks.csv", request -> {
            Paging paging = Paging.of(request.query());
            return Reply.csv(
                    Csv.of(CatalogTables.Benchmark.class, paging.first(benchmarks(request, paging))), "benchmarks.csv");
        });
    }

    private List<CatalogTables.Benchmark> benchmarks(ApiRequest request, Paging paging) {
        return catalog.benchmarks(request.project().id(), request.query().text("q"), paging.part());
    }

    private Reply list(Caller caller) {
        boolean everything = caller instanceof Caller.InstanceToken;
        return Reply.json(new ProjectList(projects.all().stream()
                .filter(project -> everything || project.isPublic())
                .map(ProjectAnswer::of)
                .toList()));
    }

    private Reply create(RequestBody body) {
        NewProject wanted = body.as(NewProject.class);
        String visibility = wanted.visibility().orElse(PUBLIC);
        if (!visibility.equals(PUBLIC) && !visibility.equals(PRIVATE)) {
            throw RequestBody.invalid("visibility", "takes public or private");
        }
        Project project = projects.create(
                wanted.slug(),
                wanted.name().orElse(wanted.slug()),
                wanted.baseBranch().orElse("main"),
                visibility.equals(PUBLIC));
        return Reply.created(ProjectAnswer.of(project), Api.PREFIX + "/projects/" + project.slug());
    }
}
