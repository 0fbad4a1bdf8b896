package dev.plumbline.server.site.frame;

import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import dev.plumbline.server.http.Routes;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The page for addresses that lead nowhere, for requests that ask for a page. */
public final class MissingPageRoutes implements Routes {

    private final PageReplies replies;

    public MissingPageRoutes(PageReplies replies) {
        this.replies = replies;
    }

    @Override
    public void mount(Router router) {
        router.get().last().handler(context -> {
            if (asksForPage(context)) {
                replies.problem(
                        context, new ProblemException(ProblemKind.NOT_FOUND, "There is no page at this address."));
            } else {
                context.next();
            }
        });
    }

    private static boolean asksForPage(RoutingContext context) {
        String accept = context.request().getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && !context.normalizedPath().startsWith("/api/");
    }
}
