package dev.plumbline.server.report;

import dev.plumbline.forge.repository.ForgeException;
import dev.plumbline.server.forges.ConfiguredForge;
import dev.plumbline.server.queue.DeliveryOutcome;

/** What happens to a delivery when a forge rejects a request, and what a person can do about it. */
public final class ForgeFailures {

    private ForgeFailures() {}

    /**
     * The outcome.
     *
     * @param forge the forge that the request went to
     * @param what what the request was for, such as {@code comment on acme/tools#7}
     */
    public static DeliveryOutcome of(ForgeException failure, ConfiguredForge forge, String what) {
        String said = "Couldn't " + what + ": " + failure.getMessage() + ".";
        return switch (failure.kind()) {
            case RATE_LIMITED, SERVER_ERROR, UNREACHABLE -> later(failure, said);
            case UNAUTHORIZED ->
                DeliveryOutcome.dead(
                        (forge.appId().isPresent() ? "The App's key" : "The token") + " of the forge '" + forge.name()
                                + "' was rejected: put a new one into " + forge.secret() + " and try again. " + said,
                        failure.status());
            case FORBIDDEN ->
                DeliveryOutcome.dead(
                        "The credential of the forge '" + forge.name()
                                + "' may not do this: give it the rights that docs/forges.md lists, and try again. "
                                + said,
                        failure.status());
            case NOT_FOUND ->
                DeliveryOutcome.dead(
                        "The forge no longer has it, or the credential of the forge '" + forge.name()
                                + "' may not see it: check that it exists, and try again. " + said,
                        failure.status());
            case GONE -> DeliveryOutcome.dropped(said);
            case INVALID ->
                DeliveryOutcome.dead(
                        "The forge rejected what was sent. Another try won't help until Plumbline or the forge is"
                                + " updated. " + said,
                        failure.status());
        };
    }

    /**
     * The outcome when the forge is busy or unreachable. A rate limit isn't a failed attempt: the forge works, and says when to come back.
     *
     * @param failure a {@linkplain ForgeException#retryable() retryable} one
     */
    public static DeliveryOutcome later(ForgeException failure, String said) {
        return failure.kind() == ForgeException.Kind.RATE_LIMITED
                ? DeliveryOutcome.postponed(said, failure.status(), failure.retryAfter())
                : DeliveryOutcome.failed(said, failure.status(), failure.retryAfter());
    }
}
