package dev.plumbline.server.api;

import dev.plumbline.server.auth.TokenSecret;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.notification.SigningSecret;
import dev.plumbline.server.notification.feed.FeedKeys;
import io.vertx.core.http.HttpMethod;
import java.security.SecureRandom;

/** The key in the address of a private project's feed: created, shown once, revoked. */
final class FeedKeyRoutes {

    private static final String PATH = "/projects/{project}/feed-key";

    private final FeedKeys keys;
    private final SecureRandom random;

    private record FeedKey(String key, String path) {}

    FeedKeyRoutes(FeedKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    void mount(Api api) {
        api.change(HttpMethod.POST, PATH, request -> {
            String key = SigningSecret.forFeed(random);
            keys.replace(request.project().id(), new TokenSecret(key).hash());
            return Reply.changed(
                    201, new FeedKey(key, "/projects/" + request.project().slug() + "/regressions.atom?key=" + key));
        });
        api.change(HttpMethod.DELETE, PATH, request -> {
            if (!keys.revoke(request.project().id())) {
                throw request.notFound("feed key");
            }
            return Reply.nothing();
        });
    }
}
