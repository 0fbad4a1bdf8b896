package dev.plumbline.server.auth;

import dev.plumbline.server.auth.AccessException.Reason;
import dev.plumbline.server.store.InstanceTokens;
import dev.plumbline.server.store.Project;
import dev.plumbline.server.store.Projects;
import dev.plumbline.server.store.Token;
import dev.plumbline.server.store.Tokens;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets requests in or turns them away. Whoever may not read a private project gets the answers that a project that does
 * not exist would give.
 */
public final class Gatekeeper {

    private final Projects projects;
    private final Tokens tokens;
    private final InstanceTokens instanceTokens;
    private final InstantSource clock;

    public Gatekeeper(Projects projects, Tokens tokens, InstanceTokens instanceTokens, InstantSource clock) {
        this.projects = projects;
        this.tokens = tokens;
        this.instanceTokens = instanceTokens;
        this.clock = clock;
    }

    /**
     * Checks a request for a project.
     *
     * @param secret the token that it presents
     * @param slug the project's slug, of any form
     * @param permission what it wants to do
     * @throws AccessException when it is turned away
     */
    public Access project(Optional<String> secret, String slug, Permission permission) {
        Optional<Project> project = Projects.isSlug(slug) ? projects.find(slug) : Optional.empty();
        Optional<Caller> caller = secret.isEmpty()
                ? Optional.of(new Caller.Anonymous())
                : secret.map(TokenSecret::new).flatMap(token -> caller(token, project));
        boolean open = project.map(Project::isPublic).orElse(false);
        return switch (permission) {
            case READ -> {
                if (open && caller.isEmpty()) {
                    throw invalidToken();
                }
                yield project.filter(found -> open
                                || caller.map(known -> known.may(permission)).orElse(false))
                        .map(found -> new Access(caller.orElseThrow(), found))
                        .orElseThrow(() -> unknownProject(slug));
            }
            case UPLOAD, ADMIN -> {
                Caller known = caller.orElseThrow(Gatekeeper::invalidToken);
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
                                    : "This needs a token with the scope admin.");
                }
                yield new Access(known, found);
            }
        };
    }

    /**
     * Checks a request that is for no project.
     *
     * @param secret the token that it presents
     * @param required whether a token of the instance is needed
     * @throws AccessException when it is turned away
     */
    public Caller instance(Optional<String> secret, boolean required) {
        if (secret.isEmpty()) {
            if (required) {
                throw new AccessException(
                        Reason.TOKEN_REQUIRED,
                        "Send a token of the instance in the header 'Authorization: Bearer plb_…'.");
            }
            return new Caller.Anonymous();
        }
        return caller(new TokenSecret(secret.get()), Optional.empty()).orElseThrow(Gatekeeper::invalidToken);
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

    private static AccessException invalidToken() {
        return new AccessException(
                Reason.INVALID_TOKEN, "The token is unknown here, has expired or was revoked. Make a new one.");
    }

    private static AccessException unknownProject(String slug) {
        String shown = Projects.isSlug(slug) ? "'" + slug + "'" : "of that name";
        return new AccessException(
                Reason.UNKNOWN_PROJECT,
                "There is no project " + shown + ", or it is private and the request carries no token of it.");
    }
}
