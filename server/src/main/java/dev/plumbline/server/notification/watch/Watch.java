package dev.plumbline.server.notification.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The expectation that an environment measures a branch at regular intervals.
 *
 * @param id the key
 * @param environment the environment's label
 * @param branch the branch; empty for the project's base branch
 * @param every how often a run should arrive
 * @param grace how much later than that it may arrive
 * @param createdAt when it was created: the first run is due after that
 * @param lastRunAt when the latest run arrived; empty when none did
 * @param overdueSince when the missing run was due at the latest; empty when none is missing
 */
public record Watch(
        long id,
        String environment,
        String branch,
        Duration every,
        Duration grace,
        Instant createdAt,
        Optional<Instant> lastRunAt,
        Optional<Instant> overdueSince) {}
