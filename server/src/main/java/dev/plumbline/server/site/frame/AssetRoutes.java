package dev.plumbline.server.site.frame;

import dev.plumbline.server.http.PathKeys;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.Routes;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The style sheet, the script and the icon. */
public final class AssetRoutes implements Routes {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets assets;

    public AssetRoutes(Assets assets) {
        this.assets = assets;
    }

    @Override
    public void mount(Router router) {
        router.get("/assets/:file").handler(this::file);
        router.get("/favicon.ico").handler(context -> context.redirect(assets.url("favicon.svg")));
    }

    private void file(RoutingContext context) {
        assets.find(PathKeys.text(context, "file"))
                .ifPresentOrElse(
                        asset -> Reply.tagged(asset.contentType(), Buffer.buffer(asset.content()))
                                .with("Cache-Control", FOR_EVER)
                                .send(context),
                        context::next);
    }
}
