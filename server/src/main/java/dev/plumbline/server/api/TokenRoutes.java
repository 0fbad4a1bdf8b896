package dev.plumbline.server.api;

import dev.plumbline.server.auth.TokenSecret;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.project.Scope;
import dev.plumbline.server.project.Token;
import dev.plumbline.server.project.Tokens;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens of a project: made, listed without their text, revoked. */
public final class TokenRoutes {

    private final Tokens tokens;
    private final SecureRandom random;

    public TokenRoutes(Tokens tokens, SecureRandom random) {
        this.tokens = tokens;
        this.random = random;
    }

    public void mount(Api api) {
        api.readAsAdmin("/projects/{project}/tokens", request -> {
            JsonArray list = new JsonArray();
            tokens.all(request.project().id()).forEach(token -> list.add(json(token)));
            return Reply.json(new JsonObject().put("tokens", list));
        });
        api.change(HttpMethod.POST, "/projects/{project}/tokens", this::create);
        api.change(HttpMethod.DELETE, "/projects/{project}/tokens/{token}", request -> {
            if (!tokens.revoke(request.project().id(), request.key("token"))) {
                throw request.notFound("token");
            }
            return Reply.nothing();
        });
    }

    private Reply create(ApiRequest request) {
        JsonFields fields = request.body();
        Scope scope = Scope.of(fields.requiredText("scope"))
                .orElseThrow(() -> fields.invalid("scope", "takes upload, read or admin"));
        TokenSecret secret = TokenSecret.create(random);
        Token token = tokens.create(
                request.project().id(), secret.hash(), scope, fields.requiredText("label"), fields.time("expiresAt"));
        String location = Api.PREFIX + "/projects/" + request.project().slug() + "/tokens/" + token.id();
        return Reply.created(json(token).put("token", secret.text()), location);
    }

    private static JsonObject json(Token token) {
        return new JsonObject()
                .put("id", token.id())
                .put("scope", token.scope().label())
                .put("label", token.label())
                .put("createdAt", token.createdAt().toString())
                .put("expiresAt", text(token.expiresAt()))
                .put("revokedAt", text(token.revokedAt()));
    }

    private static @Nullable String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(null);
    }
}
