package dev.plumbline.server.site.notification;

import dev.plumbline.server.auth.AccessException;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.auth.TokenSecret;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.notification.feed.AtomFeed;
import dev.plumbline.server.notification.feed.FeedKeys;
import dev.plumbline.server.notification.feed.FeedQueries;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.site.frame.PageReplies;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The feed of a project's regressions. Anyone who may read the project may read it. In addition, the address with the project's feed key opens the
 * feed and nothing else, for feed readers that can't send headers.
 */
public final class FeedRoutes implements Routes {

    private static final String TYPE = "application/atom+xml; charset=utf-8";

    private final Admission admission;
    private final PageReplies replies;
    private final FeedQueries queries;
    private final FeedKeys keys;
    private final Projects projects;
    private final AtomFeed feed = new AtomFeed();

    public FeedRoutes(Database database, Admission admission, PageReplies replies) {
        this.admission = admission;
        this.replies = replies;
        this.queries = new FeedQueries(database);
        this.keys = new FeedKeys(database);
        this.projects = new Projects(database);
    }

    @Override
    public void mount(Router router) {
        router.get("/projects/:project/regressions.atom").handler(this::answer);
    }

    private void answer(RoutingContext context) {
        String server = replies.address(context);
        Optional<String> key = Optional.ofNullable(context.request().getParam("key"));
        Future<Reply> reply = key.isPresent()
                ? admission.instance(
                        context, false, anybody -> reply(server, opened(PathKeys.text(context, "project"), key.get())))
                : admission.project(context, Permission.READ, access -> reply(server, access.project()));
        replies.send(context, reply);
    }

    private Reply reply(String server, Project project) {
        String self = server + "/projects/" + project.slug() + "/regressions.atom";
        String document =
                feed.write(URI.create(server), project, self, replies.forge(project), queries.latest(project.id()));
        return Reply.tagged(TYPE, Buffer.buffer(document)).with("Referrer-Policy", "no-referrer");
    }

    /** The project whose feed the key opens; a wrong key gets the answer that a project that doesn't exist would give. */
    private Project opened(String slug, String key) {
        Optional<Project> project = Projects.isSlug(slug) ? projects.find(slug) : Optional.empty();
        return project.filter(found -> keys.hash(found.id())
                        .map(hash -> MessageDigest.isEqual(hash, new TokenSecret(key).hash()))
                        .orElse(false))
                .orElseThrow(() -> new AccessException(
                        AccessException.Reason.UNKNOWN_PROJECT,
                        "There is no such feed, or its key is no longer valid."));
    }
}
