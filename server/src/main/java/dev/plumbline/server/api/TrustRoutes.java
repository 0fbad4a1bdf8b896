package dev.plumbline.server.api;

import dev.plumbline.server.auth.IdentityVerifier;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.RequestBody;
import dev.plumbline.server.ingest.Quarantine;
import dev.plumbline.server.project.Scope;
import dev.plumbline.server.project.TrustedRepositories;
import dev.plumbline.server.project.TrustedRepository;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who may upload to a project without its token: CI jobs of repositories that it trusts, and quarantined uploads. */
public final class TrustRoutes {

    private static final String PATH = "/projects/{project}/trust";

    private final TrustedRepositories trusted;
    private final Quarantine quarantine;
    private final IdentityVerifier verifier;

    private record TrustAnswer(
            long id,
            String issuer,
            String repository,
            Optional<String> repositoryId,
            String scope,
            Optional<String> ref,
            Instant createdAt) {

        static TrustAnswer of(TrustedRepository trust) {
            return new TrustAnswer(
                    trust.id(),
                    trust.issuer(),
                    trust.repository(),
                    trust.repositoryId(),
                    trust.scope().label(),
                    trust.ref(),
                    trust.createdAt());
        }
    }

    private record Allowed(Boolean allowed) {}

    private record NewTrust(
            String issuer,
            String repository,
            Optional<String> repositoryId,
            Optional<String> scope,
            Optional<String> ref) {}

    private record Trust(String audience, Collection<String> issuers, List<TrustAnswer> trust, Allowed quarantine) {}

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
        return Reply.json(new Trust(
                verifier.audience(),
                verifier.issuers(),
                trusted.of(request.project().id()).stream().map(TrustAnswer::of).toList(),
                new Allowed(quarantine.allowed(request.project().id()))));
    }

    private Reply add(ApiRequest request) {
        NewTrust wanted = request.body(NewTrust.class);
        String issuer = wanted.issuer().replaceAll("/+$", "");
        if (!verifier.issuers().contains(issuer)) {
            throw RequestBody.invalid("issuer", "takes one of " + String.join(", ", verifier.issuers()));
        }
        TrustedRepository trust = trusted.add(
                request.project().id(),
                issuer,
                wanted.repository(),
                wanted.repositoryId(),
                Scope.of(wanted.scope().orElse(Scope.UPLOAD.label()))
                        .orElseThrow(() -> RequestBody.invalid("scope", "takes upload or read")),
                wanted.ref());
        String location = Api.PREFIX + "/projects/" + request.project().slug() + "/trust/" + trust.id();
        return Reply.created(TrustAnswer.of(trust), location);
    }

    private Reply allow(ApiRequest request) {
        boolean allowed = request.body(Allowed.class).allowed();
        if (allowed && !request.project().isPublic()) {
            throw RequestBody.invalid("allowed", "can be true for a public project only");
        }
        quarantine.allow(request.project().id(), allowed);
        return Reply.json(new Allowed(allowed));
    }
}
