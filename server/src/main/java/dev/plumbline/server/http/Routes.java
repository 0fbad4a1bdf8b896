package dev.plumbline.server.http;

import io.vertx.ext.web.Router;

/** The routes of one feature. */
@FunctionalInterface
public interface Routes {

    /** Adds the routes to a router. */
    void mount(Router router);
}
