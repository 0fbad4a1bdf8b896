package dev.plumbline.server.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.plumbline.server.auth.TokenSecret;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.RequestBody;
import dev.plumbline.server.project.Scope;
import dev.plumbline.server.project.Token;
import dev.plumbline.server.project.Tokens;
import io.vertx.core.http.HttpMethod;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tokens of a project: creating them, listing them without their text, revoking them. */
public final class TokenRoutes {

    private final Tokens tokens;
    private final SecureRandom random;

    private record TokenAnswer(
            long id,
            Scope scope,
            String label,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> revokedAt) {

        static TokenAnswer of(Token token) {
            return new TokenAnswer(
                    token.id(), token.scope(), token.label(), token.createdAt(), token.expiresAt(), token.revokedAt());
        }
    }

    private record TokenList(List<TokenAnswer> tokens) {}

    /** A new token with its text, which is shown only once. */
    private record Created(@JsonUnwrapped TokenAnswer about, String token) {}

    private record NewToken(String scope, String label, Optional<Instant> expiresAt) {}

    public TokenRoutes(Tokens tokens, SecureRandom random) {
        this.tokens = tokens;
        this.random = random;
    }

    public void mount(Api api) {
        api.readAsAdmin("/projects/{project}/tokens", request -> {
            return Reply.json(new TokenList(tokens.all(request.project().id()).stream()
                    .map(TokenAnswer::of)
                    .toList()));
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
        NewToken wanted = request.body(NewToken.class);
        Scope scope =
                Scope.of(wanted.scope()).orElseThrow(() -> RequestBody.invalid("scope", "takes upload, read or admin"));
        TokenSecret secret = TokenSecret.create(random);
        Token token = tokens.create(request.project().id(), secret.hash(), scope, wanted.label(), wanted.expiresAt());
        String location = Api.PREFIX + "/projects/" + request.project().slug() + "/tokens/" + token.id();
        return Reply.created(new Created(TokenAnswer.of(token), secret.text()), location);
    }
}
