package dev.plumbline.server.api;

import dev.plumbline.server.auth.Caller;
import dev.plumbline.server.database.Table;
import dev.plumbline.server.history.CatalogTables;
import dev.plumbline.server.http.Csv;
import dev.plumbline.server.http.Paging;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Projects;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Projects and what they have: branches, environments, benchmarks. */
public final class ProjectRoutes {

    private final Projects projects;
    private final CatalogTables catalog;

    public ProjectRoutes(Projects projects, CatalogTables catalog) {
        this.projects = projects;
        this.catalog = catalog;
    }

    public void mount(Api api) {
        api.readInstance("/projects", (caller, query) -> list(caller));
        api.changeInstance(HttpMethod.POST, "/projects", this::create);
        api.read("/projects/{project}", request -> Reply.json(json(request.project())));
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
            return Reply.csv(Csv.of(benchmarks(request, paging).first(paging.perPage())), "benchmarks.csv");
        });
    }

    private Table benchmarks(ApiRequest request, Paging paging) {
        return catalog.benchmarks(request.project().id(), request.query().text("q"), paging.part());
    }

    private Reply list(Caller caller) {
        JsonArray list = new JsonArray();
        for (Project project : projects.all()) {
            if (project.isPublic() || caller instanceof Caller.InstanceToken) {
                list.add(json(project));
            }
        }
        return Reply.json(new JsonObject().put("projects", list));
    }

    private Reply create(JsonFields fields) {
        String slug = fields.requiredText("slug");
        String visibility = fields.text("visibility").orElse("public");
        if (!visibility.equals("public") && !visibility.equals("private")) {
            throw fields.invalid("visibility", "takes public or private");
        }
        Project project = projects.create(
                slug,
                fields.text("name").orElse(slug),
                fields.text("baseBranch").orElse("main"),
                visibility.equals("public"));
        return Reply.created(json(project), Api.PREFIX + "/projects/" + project.slug());
    }

    private static JsonObject json(Project project) {
        return new JsonObject()
                .put("slug", project.slug())
                .put("name", project.name())
                .put("baseBranch", project.baseBranch())
                .put("visibility", project.isPublic() ? "public" : "private")
                .put("createdAt", project.createdAt().toString())
                .put("url", "/projects/" + project.slug());
    }
}
