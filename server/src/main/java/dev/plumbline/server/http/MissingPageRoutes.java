package dev.plumbline.server.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The page for addresses that lead nowhere, for those who asked for a page. */
final class MissingPageRoutes implements Routes {

    private final PageReplies replies;

    MissingPageRoutes(PageReplies replies) {
        this.replies = replies;
    }

    @Override
    public void mount(Router router) {
        router.get().last().handler(context -> {
            if (asksForPage(context)) {
                replies.problem(context, new ProblemException(ProblemKind.NOT_FOUND, "No page has this address."));
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
