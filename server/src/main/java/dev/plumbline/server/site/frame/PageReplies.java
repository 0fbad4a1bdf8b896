package dev.plumbline.server.site.frame;

import dev.plumbline.server.auth.Access;
import dev.plumbline.server.auth.Caller;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.forges.ForgeLinks;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.Credentials;
import dev.plumbline.server.http.Problem;
import dev.plumbline.server.http.ProblemKind;
import dev.plumbline.server.http.Problems;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.pullrequest.LinkedRepositories;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers with pages: what all of them have in common, and the page for problems. */
public final class PageReplies {

    /** The cookie that the theme button of the pages sets. */
    static final String THEME_COOKIE = "plumbline_theme";

    /** Where a request keeps the links of its project. */
    private static final String FORGE = "forge";

    private static final int SEE_OTHER = 303;
    private static final int BAD_REQUEST = 400;

    private final Templates templates;
    private final Assets assets;
    private final Admission admission;
    private final Optional<URI> publicUrl;
    private final LinkedRepositories repositories;

    public PageReplies(
            Templates templates,
            Assets assets,
            Admission admission,
            Optional<URI> publicUrl,
            LinkedRepositories repositories) {
        this.templates = templates;
        this.assets = assets;
        this.admission = admission;
        this.publicUrl = publicUrl;
        this.repositories = repositories;
    }

    /** The addresses of what a project has on its forge. */
    public ForgeLinks forge(Project project) {
        return repositories.of(project);
    }

    /** What surrounds a page. */
    public PageFrame frame(RoutingContext context, String title, List<PageFrame.Crumb> crumbs) {
        Cookie theme = context.request().getCookie(THEME_COOKIE);
        return new PageFrame(
                title,
                crumbs,
                PageTheme.of(theme == null ? null : theme.getValue()),
                context.request().getCookie(Credentials.COOKIE) != null,
                context.request().uri(),
                assets,
                context.get(FORGE, ForgeLinks.NONE),
                Optional.empty());
    }

    /** What surrounds a page that nobody asked for. */
    public PageFrame frame(Project project, String address) {
        return new PageFrame(
                project.name(),
                List.of(new PageFrame.Crumb("Projects", "/")),
                PageTheme.SYSTEM,
                false,
                address,
                assets,
                forge(project),
                Optional.empty());
    }

    /** A page's HTML. */
    public byte[] render(Page page) {
        return templates.render(page);
    }

    /** The address of this server without a slash at its end, as people use it. */
    public String address(RoutingContext context) {
        return publicUrl
                .map(URI::toString)
                .orElseGet(() ->
                        context.request().scheme() + "://" + context.request().authority());
    }

    /** Answers with a page of the project that the path names, for those who may read it. */
    public void project(RoutingContext context, Function<Access, Page> work) {
        send(context, admission.project(context, Permission.READ, access -> page(context, access, work)));
    }

    /** Answers with a page of the project that the path names, for those who have a right. It is never cached. */
    public void project(RoutingContext context, Permission permission, Function<Access, Page> work) {
        send(
                context,
                admission.project(
                        context,
                        permission,
                        access -> page(context, access, work).with("Cache-Control", "no-store")));
    }

    /** Changes something as a page's form requests, and answers with a page, which is never cached. */
    public void changed(RoutingContext context, Permission permission, Function<Access, Page> work) {
        Credentials credentials = Credentials.ofForm(context.request(), address(context));
        send(
                context,
                admission.project(
                        context,
                        credentials,
                        permission,
                        access -> page(context, access, work).with("Cache-Control", "no-store")));
    }

    /**
     * Does what a page's form requests in the project that the path names, and answers with a redirection or with the form again. The
     * form has to be read already. Another site's form is rejected like a request without a token.
     */
    public void submit(RoutingContext context, Permission permission, Function<Access, FormAnswer> work) {
        Credentials credentials = Credentials.ofForm(context.request(), address(context));
        send(context, admission.project(context, credentials, permission, access -> {
            context.put(FORGE, forge(access.project()));
            return switch (work.apply(access)) {
                case FormAnswer.Accepted accepted ->
                    new Reply(SEE_OTHER, Buffer.buffer(), Map.of("Location", accepted.path()));
                case FormAnswer.Refused refused ->
                    reply(refused.page(), BAD_REQUEST).with("Cache-Control", "no-store");
            };
        }));
    }

    /**
     * Changes something of the project that the path names, as a page's form requests, and redirects the browser. The form has to be
     * read already. Another site's form is rejected like a request without a token.
     *
     * @param work returns the path to redirect to
     */
    public void change(RoutingContext context, Permission permission, Function<Access, String> work) {
        Credentials credentials = Credentials.ofForm(context.request(), address(context));
        admission
                .project(context, credentials, permission, work)
                .onSuccess(path -> context.response()
                        .setStatusCode(SEE_OTHER)
                        .putHeader("Location", path)
                        .end())
                .onFailure(failure -> problem(context, failure));
    }

    private Reply page(RoutingContext context, Access access, Function<Access, Page> work) {
        context.put(FORGE, forge(access.project()));
        return reply(work.apply(access), 200);
    }

    /** Answers with a page of no project. */
    public void instance(RoutingContext context, Function<Caller, Page> work) {
        send(context, admission.instance(context, false, caller -> reply(work.apply(caller), 200)));
    }

    /** Sends the answer once it is there, or the page for a problem. */
    public void send(RoutingContext context, Future<Reply> answer) {
        answer.onSuccess(reply -> reply.send(context)).onFailure(failure -> problem(context, failure));
    }

    /** A page as an answer. */
    public Reply reply(Page page, int status) {
        Reply tagged = Reply.tagged("text/html; charset=utf-8", Buffer.buffer(render(page)))
                .with("Vary", "Cookie");
        return new Reply(status, tagged.body(), tagged.headers());
    }

    /** Answers with the page for a problem. */
    public void problem(RoutingContext context, Throwable failure) {
        Problem problem = Problems.of(failure);
        ProblemWords words = ProblemWords.of(problem, context.request().getCookie(Credentials.COOKIE) != null);
        ProblemPage page = new ProblemPage(
                frame(context, words.title(), List.of()),
                problem.status(),
                problem.code(),
                words.title(),
                words.detail(),
                words.signIn());
        Reply reply = reply(page, problem.status()).with("Cache-Control", "no-store");
        if (problem.status() == ProblemKind.TOKEN_REQUIRED.status()) {
            reply = reply.with("WWW-Authenticate", "Bearer realm=\"plumbline\"");
        }
        if (problem.retryAfterSeconds().isPresent()) {
            reply = reply.with(
                    "Retry-After", String.valueOf(problem.retryAfterSeconds().getAsInt()));
        }
        reply.send(context);
    }
}
