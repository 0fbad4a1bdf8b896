package dev.plumbline.server.http;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.server.auth.AccessException;
import dev.plumbline.server.database.StoreException;
import io.vertx.core.http.HttpClosedException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which problem a failure is. An unexpected failure is logged under a reference, and the answer has only the reference. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** As long as a failed fetch of an issuer's keys isn't retried. */
    private static final int ISSUER_RETRY_SECONDS = 10;

    private Problems() {}

    /** The problem to answer with. */
    public static Problem of(Throwable failure) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case DocumentException refusal -> Problem.of(refusal);
            case AccessException denied -> denied(denied);
            case StoreException refused -> refused(refused);
            case HttpClosedException cut ->
                Problem.of(ProblemKind.INVALID_REQUEST, "The connection ended before the request did.");
            default -> unexpected(failure);
        };
    }

    private static Problem denied(AccessException denied) {
        String detail = String.valueOf(denied.getMessage());
        ProblemKind kind = switch (denied.reason()) {
            case TOKEN_REQUIRED -> ProblemKind.TOKEN_REQUIRED;
            case INVALID_TOKEN -> ProblemKind.INVALID_TOKEN;
            case FORBIDDEN -> ProblemKind.FORBIDDEN;
            case UNKNOWN_PROJECT -> ProblemKind.UNKNOWN_PROJECT;
            case ISSUER_UNREACHABLE -> ProblemKind.ISSUER_UNREACHABLE;
        };
        Problem problem = Problem.of(kind, detail);
        return kind == ProblemKind.ISSUER_UNREACHABLE ? problem.retryAfter(ISSUER_RETRY_SECONDS) : problem;
    }

    private static Problem refused(StoreException refused) {
        Optional<ProblemKind> kind = Arrays.stream(ProblemKind.values())
                .filter(candidate -> candidate.code().equals(refused.code()))
                .findFirst();
        if (kind.isPresent()) {
            return Problem.of(kind.get(), String.valueOf(refused.getMessage()));
        }
        if (refused.code().equals("database-unreachable")) {
            LOG.warn("the database can't be reached", refused);
            return Problem.of(ProblemKind.DATABASE_UNAVAILABLE, "Try again in a moment.")
                    .retryAfter(5);
        }
        if (refused.code().equals("database-full")) {
            LOG.error("the database has no room", refused);
            return Problem.of(
                            ProblemKind.INSUFFICIENT_STORAGE,
                            "The database has no room. Nothing was stored. Try again later.")
                    .retryAfter(60);
        }
        return unexpected(refused);
    }

    private static Problem unexpected(Throwable failure) {
        String reference = UUID.randomUUID().toString();
        LOG.error("unexpected failure, reference {}", reference, failure);
        return new Problem(
                ProblemKind.INTERNAL_ERROR.status(),
                ProblemKind.INTERNAL_ERROR.code(),
                ProblemKind.INTERNAL_ERROR.title(),
                "The server's log has the details under the reference " + reference + ".",
                Optional.empty(),
                OptionalInt.empty());
    }
}
