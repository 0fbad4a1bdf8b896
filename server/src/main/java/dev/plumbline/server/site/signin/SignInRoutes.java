package dev.plumbline.server.site.signin;

import dev.plumbline.server.auth.AccessException;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.auth.Proof;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.Credentials;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.site.frame.PageReplies;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stores a token in a cookie. A project's token is sent back only to that project's addresses, so that
 * the tokens of several projects can coexist; a token of the instance is sent everywhere.
 */
public final class SignInRoutes implements Routes {

    private static final Pattern PROJECT = Pattern.compile("/projects/([a-z0-9-]{1,63})(?:[/?#].*)?");
    private static final Pattern LOCAL_PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e]*");
    private static final int BODY_LIMIT = 16_384;
    private static final long LIFETIME_SECONDS = 30L * 24 * 3_600;
    private static final int SEE_OTHER = 303;
    private static final int UNAUTHORIZED = 401;

    private final PageReplies replies;
    private final Admission admission;
    private final Gatekeeper gatekeeper;

    public SignInRoutes(PageReplies replies, Admission admission, Gatekeeper gatekeeper) {
        this.replies = replies;
        this.admission = admission;
        this.gatekeeper = gatekeeper;
    }

    @Override
    public void mount(Router router) {
        router.get("/sign-in")
                .handler(context -> form(context, next(context.request().getParam("next")), false));
        router.post("/sign-in").handler(this::read).handler(this::signIn);
        router.post("/sign-out").handler(this::read).handler(this::signOut);
    }

    private void read(RoutingContext context) {
        admission
                .strangersForm(context, BODY_LIMIT)
                .onSuccess(read -> context.next())
                .onFailure(failure -> replies.problem(context, failure));
    }

    private void form(RoutingContext context, String next, boolean refused) {
        SignInPage page = new SignInPage(replies.frame(context, "Sign in", List.of()), next, refused);
        replies.reply(page, refused ? UNAUTHORIZED : 200)
                .with("Cache-Control", "no-store")
                .send(context);
    }

    private void signIn(RoutingContext context) {
        String token = Optional.ofNullable(context.request().getFormAttribute("token"))
                .orElse("")
                .strip();
        String next = next(context.request().getFormAttribute("next"));
        admission
                .instance(context, false, anybody -> scope(token, next))
                .onSuccess(project -> {
                    for (String path : paths(project)) {
                        context.response().addCookie(cookie(context.request(), token, path, LIFETIME_SECONDS));
                    }
                    redirect(context, next);
                })
                .onFailure(failure -> {
                    if (failure instanceof AccessException) {
                        form(context, next, true);
                    } else {
                        replies.problem(context, failure);
                    }
                });
    }

    /** The project whose token it is, empty for a token of the instance. */
    private Optional<String> scope(String token, String next) {
        try {
            gatekeeper.instance(Proof.of(Optional.of(token)), true);
            return Optional.empty();
        } catch (AccessException notOfTheInstance) {
            String project = project(next).orElseThrow(() -> notOfTheInstance);
            gatekeeper.project(Proof.of(Optional.of(token)), project, Permission.READ);
            return Optional.of(project);
        }
    }

    private void signOut(RoutingContext context) {
        String next = next(context.request().getFormAttribute("next"));
        paths(Optional.empty()).forEach(path -> context.response().addCookie(cookie(context.request(), "", path, 0)));
        project(next)
                .ifPresent(slug -> paths(Optional.of(slug))
                        .forEach(path -> context.response().addCookie(cookie(context.request(), "", path, 0))));
        redirect(context, "/");
    }

    private static List<String> paths(Optional<String> project) {
        return project.map(slug -> List.of("/projects/" + slug, "/api/v1/projects/" + slug))
                .orElseGet(() -> List.of("/"));
    }

    private static Cookie cookie(HttpServerRequest request, String value, String path, long seconds) {
        return Cookie.cookie(Credentials.COOKIE, value)
                .setPath(path)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure("https".equals(request.scheme()))
                .setMaxAge(seconds);
    }

    private static void redirect(RoutingContext context, String path) {
        context.response().setStatusCode(SEE_OTHER).putHeader("Location", path).end();
    }

    private static Optional<String> project(String next) {
        Matcher path = PROJECT.matcher(next);
        return path.matches() ? Optional.of(path.group(1)) : Optional.empty();
    }

    /** A path on this server, whatever the request says. */
    private static String next(@Nullable String asked) {
        return asked != null && LOCAL_PATH.matcher(asked).matches() ? asked : "/";
    }
}
