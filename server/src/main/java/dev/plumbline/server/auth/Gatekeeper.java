package dev.plumbline.server.auth;

import dev.plumbline.server.auth.AccessException.Reason;
import dev.plumbline.server.project.InstanceTokens;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.project.Token;
import dev.plumbline.server.project.Tokens;
import dev.plumbline.server.project.TrustedRepositories;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Admits or rejects requests. Anyone who may not read a private project gets the answers that a project that doesn't
 * exist would give.
 */
public final class Gatekeeper {

    private final Projects projects;
    private final Tokens tokens;
    private final InstanceTokens instanceTokens;
    private final TrustedJobs trustedJobs;
    private final IdentityVerifier verifier;
    private final InstantSource clock;

    public Gatekeeper(
            Projects projects,
            Tokens tokens,
            InstanceTokens instanceTokens,
            TrustedRepositories trusted,
            IdentityVerifier verifier,
            InstantSource clock) {
        this.projects = projects;
        this.tokens = tokens;
        this.instanceTokens = instanceTokens;
        this.trustedJobs = new TrustedJobs(trusted);
        this.verifier = verifier;
        this.clock = clock;
    }

    /** What verifies ID tokens of CI jobs. */
    public IdentityVerifier verifier() {
        return verifier;
    }

    /**
     * Checks a request for a project.
     *
     * @param proof what it shows
     * @param slug the project's slug, of any form
     * @param permission what it wants to do
     * @throws AccessException when it is rejected
     */
    public Access project(Proof proof, String slug, Permission permission) {
        Optional<Project> project = Projects.isSlug(slug) ? projects.find(slug) : Optional.empty();
        Optional<Caller> caller = caller(proof, project);
        boolean open = project.map(Project::isPublic).orElse(false);
        return switch (permission) {
            case READ -> {
                if (open && caller.isEmpty()) {
                    throw invalidToken(proof);
                }
                yield project.filter(found -> open
                                || caller.map(known -> known.may(permission)).orElse(false))
                        .map(found -> new Access(caller.orElseThrow(), found))
                        .orElseThrow(() -> unknownProject(slug));
            }
            case UPLOAD, ADMIN -> {
                Caller known = caller.orElseThrow(() -> invalidToken(proof));
                if (known instanceof Caller.Anonymous) {
                    throw new AccessException(
                            Reason.TOKEN_REQUIRED,
                            "Send a token of the project in the header 'Authorization: Bearer plb_…'.");
                }
                Project found = project.orElseThrow(() -> unknownProject(slug));
                if (!known.may(permission)) {
                    throw new AccessException(
                            Reason.FORBIDDEN,
                            permission == Permission.UPLOAD
                                    ? "This needs a token with the scope upload or admin."
                                    : "This needs a token with the scope admin. ID tokens of CI never have it.");
                }
                yield new Access(known, found);
            }
        };
    }

    /**
     * Checks a request that is for no project.
     *
     * @param proof what it shows
     * @param required whether a token of the instance is needed
     * @throws AccessException when it is rejected
     */
    public Caller instance(Proof proof, boolean required) {
        Caller caller = caller(proof, Optional.empty()).orElseThrow(() -> invalidToken(proof));
        if (required && caller instanceof Caller.Anonymous) {
            throw new AccessException(
                    Reason.TOKEN_REQUIRED, "Send a token of the instance in the header 'Authorization: Bearer plb_…'.");
        }
        return caller;
    }

    /** Who the caller is to this project, or to the instance; empty when the proof isn't valid for them. */
    private Optional<Caller> caller(Proof proof, Optional<Project> project) {
        return switch (proof) {
            case Proof.None() -> Optional.of(new Caller.Anonymous());
            case Proof.Secret secret -> caller(secret.token(), project);
            case Proof.Job job -> project.flatMap(known -> trustedJobs.caller(known, job.identity()));
            case Proof.Refused refused -> Optional.empty();
        };
    }

    /** The label of the caller's token; empty for somebody without one. */
    public String label(Caller caller) {
        return switch (caller) {
            case Caller.ProjectToken token ->
                tokens.label(token.projectId(), token.tokenId()).orElse("");
            case Caller.InstanceToken token ->
                instanceTokens.label(token.tokenId()).orElse("");
            case Caller.OidcToken token -> token.job().repository();
            case Caller.Anonymous() -> "";
        };
    }

    /** Whose token it is, empty when it is not valid for this project or for the instance. */
    private Optional<Caller> caller(TokenSecret secret, Optional<Project> project) {
        if (!secret.wellFormed()) {
            return Optional.empty();
        }
        byte[] hash = secret.hash();
        Optional<Caller> ofProject = project.flatMap(known -> tokens.find(known.id(), hash)
                .filter(token -> holds(token, hash))
                .map(token -> new Caller.ProjectToken(known.id(), token.id(), token.scope())));
        return ofProject.or(() -> instanceTokens
                .find(hash)
                .filter(token -> holds(token, hash))
                .map(token -> new Caller.InstanceToken(token.id())));
    }

    private boolean holds(Token token, byte[] hash) {
        return MessageDigest.isEqual(token.hash(), hash) && token.validAt(clock.instant());
    }

    private static AccessException invalidToken(Proof proof) {
        return new AccessException(
                Reason.INVALID_TOKEN,
                switch (proof) {
                    case Proof.None() -> "There is no token.";
                    case Proof.Secret secret ->
                        "The token is unknown, or it has expired or was revoked. Create a new one.";
                    case Proof.Job job -> untrusted(job.identity());
                    case Proof.Refused refused -> refused.why();
                });
    }

    private static String untrusted(CiIdentity job) {
        return "The ID token is valid, but its repository '" + job.repository() + "' (id " + job.repositoryId()
                + ") of "
                + job.issuer() + " with the ref '" + job.ref() + "' isn't trusted here. An admin can trust it with"
                + " POST …/trust. A repository that was deleted and created again has to be trusted again.";
    }

    private static AccessException unknownProject(String slug) {
        String shown = Projects.isSlug(slug) ? "'" + slug + "'" : "of that name";
        return new AccessException(
                Reason.UNKNOWN_PROJECT,
                "There is no project " + shown + ", or it is private and the request has no token for it.");
    }
}
