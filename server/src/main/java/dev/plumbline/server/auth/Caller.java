package dev.plumbline.server.auth;

import dev.plumbline.server.project.Scope;
import java.util.Optional;

/** Who sends a request. */
public sealed interface Caller {

    /** Somebody without a token. */
    record Anonymous() implements Caller {}

    /**
     * The holder of a project's token.
     *
     * @param projectId the project
     * @param tokenId the token
     * @param scope what it is for
     */
    record ProjectToken(long projectId, long tokenId, Scope scope) implements Caller {}

    /**
     * The holder of a token of the instance.
     *
     * @param tokenId the token
     */
    record InstanceToken(long tokenId) implements Caller {}

    /**
     * A CI job with an ID token of a repository that the project trusts.
     *
     * @param projectId the project
     * @param trustId the trust that admits it
     * @param scope what that is for, {@link Scope#UPLOAD} or {@link Scope#READ}
     * @param job what its token says
     */
    record OidcToken(long projectId, long trustId, Scope scope, CiIdentity job) implements Caller {}

    /** What distinguishes this caller's requests from others'; empty for somebody without a token. */
    default Optional<String> rateKey() {
        return switch (this) {
            case Anonymous() -> Optional.empty();
            case ProjectToken token -> Optional.of("project " + token.projectId() + " token " + token.tokenId());
            case InstanceToken token -> Optional.of("instance token " + token.tokenId());
            case OidcToken token -> Optional.of("project " + token.projectId() + " trust " + token.trustId());
        };
    }

    /** Whether this caller may do something with a private project that it has a token of. */
    default boolean may(Permission permission) {
        return switch (this) {
            case Anonymous() -> false;
            case InstanceToken ignored -> true;
            case ProjectToken token -> covers(token.scope(), permission);
            case OidcToken token -> covers(token.scope(), permission);
        };
    }

    private static boolean covers(Scope scope, Permission permission) {
        return switch (scope) {
            case ADMIN -> true;
            case UPLOAD -> permission != Permission.ADMIN;
            case READ -> permission == Permission.READ;
        };
    }
}
