package dev.plumbline.server.ingest;

import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.history.BranchOrder;
import dev.plumbline.server.history.CommitInfo;
import dev.plumbline.server.history.CommitRegistry;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Where an upload belongs.
 *
 * @param environmentId its environment
 * @param branchId its branch
 * @param newCommit whether nothing was measured of its commit on that branch
 */
record RunPlace(long environmentId, long branchId, boolean newCommit) {

    /**
     * Finds the environment and the branch, creates what is new, and gives the commits their places on the branch. Until the transaction
     * ends the branch's row is locked, since commits take their places one upload at a time, and the project's renames stay as they are:
     * what is stored by them is stored before a rename that comes meanwhile moves it.
     *
     * @throws StoreException {@code quarantine-refused} for an environment without a trusted run,
     *     {@code invalid-metadata} where the other half of a pair is not there
     */
    static RunPlace of(Handle handle, Upload upload) {
        Known known = known(handle, upload).orElseGet(() -> created(handle, upload));
        requirePair(handle, upload, known.environmentId());
        boolean newCommit = commits(handle, upload, known);
        return new RunPlace(known.environmentId(), known.branchId(), newCommit);
    }

    private record Known(long environmentId, long branchId, String baseBranch) {}

    private static Optional<Known> known(Handle handle, Upload upload) {
        return handle.createQuery("""
            select environment_id, branch_id, base_branch
            from project
                join environment using (project_id)
                join branch using (project_id)
            where project_id = :projectId and label = :environment
                and branch.name = :branch and coalesce(pull_request, 0) = :pullRequest
            for key share of project
            for update of branch
            """)
                .bind("projectId", upload.projectId())
                .bind("environment", upload.metadata().environment())
                .bind("branch", upload.metadata().branch())
                .bind("pullRequest", upload.metadata().pullRequest().orElse(0))
                .map((row, context) -> new Known(
                        row.getLong("environment_id"), row.getLong("branch_id"), row.getString("base_branch")))
                .findOne();
    }

    private static Known created(Handle handle, Upload upload) {
        environment(handle, upload);
        handle.createUpdate("""
            insert into branch (project_id, name, pull_request) values (:projectId, :name, :pullRequest)
            on conflict do nothing
            """)
                .bind("projectId", upload.projectId())
                .bind("name", upload.metadata().branch())
                .bind("pullRequest", upload.metadata().pullRequest())
                .execute();
        return known(handle, upload).orElseThrow();
    }

    private static void environment(Handle handle, Upload upload) {
        boolean quarantined = upload.trust() == RunTrust.QUARANTINED;
        if (quarantined && !environmentIsKnown(handle, upload)) {
            throw new StoreException(
                    "quarantine-refused",
                    "No trusted run was measured in the environment '"
                            + upload.metadata().environment()
                            + "', so there is nothing to compare a quarantined run with.");
        }
        handle.createUpdate("""
            insert into environment (project_id, label) values (:projectId, :label) on conflict do nothing
            """)
                .bind("projectId", upload.projectId())
                .bind("label", upload.metadata().environment())
                .execute();
    }

    private static boolean environmentIsKnown(Handle handle, Upload upload) {
        return handle.createQuery("""
            select exists (select from environment where project_id = :projectId and label = :label)
            """)
                .bind("projectId", upload.projectId())
                .bind("label", upload.metadata().environment())
                .mapTo(boolean.class)
                .one();
    }

    /** The base's side of a pair is in the same environment, and is at least as trusted as the head's. */
    private static void requirePair(Handle handle, Upload upload, long environment) {
        if (upload.metadata().pairedWith().isEmpty()) {
            return;
        }
        long base = upload.metadata().pairedWith().getAsLong();
        Optional<Boolean> quarantined = handle.createQuery("""
            select trust = 'quarantined'
            from run
            where project_id = :projectId and run_id = :runId and environment_id = :environmentId
                and role = 'pair-base'
            """)
                .bind("projectId", upload.projectId())
                .bind("runId", base)
                .bind("environmentId", environment)
                .mapTo(Boolean.class)
                .findOne();
        if (quarantined.isEmpty() || (quarantined.get() && upload.trust() != RunTrust.QUARANTINED)) {
            throw new StoreException(
                    "invalid-metadata",
                    "pairedWith is " + base + ", expected a run that was uploaded to this environment with the role "
                            + RunRole.PAIR_BASE.label());
        }
    }

    /**
     * Records the commits of the log and gives them their places; whether the measured one had none. Only on the base branch, and for a run that may be a
     * baseline, all of them get one; elsewhere only the measured commit does, behind those of its relatives that were measured there.
     */
    private static boolean commits(Handle handle, Upload upload, Known known) {
        RunMetadata metadata = upload.metadata();
        List<CommitInfo> log =
                metadata.commits().isEmpty() ? List.of(CommitInfo.of(metadata.commit())) : metadata.commits();
        new CommitRegistry(handle, upload.projectId()).record(log, upload.trust() == RunTrust.QUARANTINED);
        boolean base = upload.baselineEligible() && metadata.branch().equals(known.baseBranch());
        BranchOrder order = new BranchOrder(handle, upload.projectId(), known.branchId());
        return base ? order.place(log.reversed()) : order.placeNewest(log.reversed());
    }
}
