package dev.plumbline.server.api;

import dev.plumbline.server.auth.IdentityVerifier;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.ingest.Quarantine;
import dev.plumbline.server.project.Scope;
import dev.plumbline.server.project.TrustedRepositories;
import dev.plumbline.server.project.TrustedRepository;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Whom a project lets in without a token: CI jobs of repositories that it trusts, and quarantined uploads. */
public final class TrustRoutes {

    private static final String PATH = "/projects/{project}/trust";

    private final TrustedRepositories trusted;
    private final Quarantine quarantine;
    private final IdentityVerifier verifier;

    public TrustRoutes(TrustedRepositories trusted, Quarantine quarantine, IdentityVerifier verifier) {
        this.trusted = trusted;
        this.quarantine = quarantine;
        this.verifier = verifier;
    }

    public void mount(Api api) {
        api.readAsAdmin(PATH, this::list);
        api.change(HttpMethod.POST, PATH, this::add);
        api.change(HttpMethod.PUT, PATH + "/quarantine", this::allow);
        api.change(HttpMethod.DELETE, PATH + "/{trust}", request -> {
            if (!trusted.remove(request.project().id(), request.key("trust"))) {
                throw request.notFound("trust");
            }
            return Reply.nothing();
        });
    }

    private Reply list(ApiRequest request) {
        JsonArray list = new JsonArray();
        trusted.of(request.project().id()).forEach(trust -> list.add(json(trust)));
        return Reply.json(new JsonObject()
                .put("audience", verifier.audience())
                .put("issuers", new JsonArray(verifier.issuers()))
                .put("trust", list)
                .put("quarantine", allowed(quarantine.allowed(request.project().id()))));
    }

    private Reply add(ApiRequest request) {
        JsonFields fields = request.body();
        String issuer = fields.requiredText("issuer").replaceAll("/+$", "");
        if (!verifier.issuers().contains(issuer)) {
            throw fields.invalid("issuer", "takes one of " + String.join(", ", verifier.issuers()));
        }
        TrustedRepository trust = trusted.add(
                request.project().id(),
                issuer,
                fields.requiredText("repository"),
                fields.text("repositoryId"),
                Scope.of(fields.text("scope").orElse(Scope.UPLOAD.label()))
                        .orElseThrow(() -> fields.invalid("scope", "takes upload or read")),
                fields.text("ref"));
        String location = Api.PREFIX + "/projects/" + request.project().slug() + "/trust/" + trust.id();
        return Reply.created(json(trust), location);
    }

    private Reply allow(ApiRequest request) {
        boolean allowed =
                request.body().flag("allowed").orElseThrow(() -> request.body().invalid("allowed", "is missing"));
        if (allowed && !request.project().isPublic()) {
            throw request.body().invalid("allowed", "can be true for a public project only");
        }
        quarantine.allow(request.project().id(), allowed);
        return Reply.json(allowed(allowed));
    }

    private static JsonObject allowed(boolean allowed) {
        return new JsonObject().put("allowed", allowed);
    }

    private static JsonObject json(TrustedRepository trust) {
        return new JsonObject()
                .put("id", trust.id())
                .put("issuer", trust.issuer())
                .put("repository", trust.repository())
                .put("repositoryId", trust.repositoryId().orElse(null))
                .put("scope", trust.scope().label())
                .put("ref", trust.ref().orElse(null))
                .put("createdAt", trust.createdAt().toString());
    }
}
