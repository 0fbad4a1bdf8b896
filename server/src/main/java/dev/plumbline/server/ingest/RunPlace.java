package dev.plumbline.server.ingest;

import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.history.BranchOrder;
import dev.plumbline.server.history.CommitInfo;
import dev.plumbline.server.history.CommitRegistry;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Projects;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Where an upload belongs.
 *
 * @param environmentId its environment
 * @param branchId its branch
 */
record RunPlace(long environmentId, long branchId) {

    /**
     * Finds the environment and the branch, creates what is new, and gives the commits their places on the branch.
     *
     * @throws StoreException {@code quarantine-refused} for an environment without a trusted run,
     *     {@code invalid-metadata} where the other half of a pair is not there
     */
    static RunPlace of(Handle handle, Upload upload) {
        long environment = environment(handle, upload);
        requirePair(handle, upload, environment);
        long branch = branch(handle, upload);
        commits(handle, upload, branch);
        return new RunPlace(environment, branch);
    }

    private static long environment(Handle handle, Upload upload) {
        Optional<Long> known = knownEnvironment(handle, upload);
        if (known.isPresent()) {
            return known.get();
        }
        if (upload.trust() == RunTrust.QUARANTINED) {
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
        return knownEnvironment(handle, upload).orElseThrow();
    }

    private static Optional<Long> knownEnvironment(Handle handle, Upload upload) {
        return handle.createQuery("""
            select environment_id from environment where project_id = :projectId and label = :label
            """)
                .bind("projectId", upload.projectId())
                .bind("label", upload.metadata().environment())
                .mapTo(Long.class)
                .findOne();
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

    /** The branch's id, with its row locked until the transaction ends: commits take their places one upload at a time. */
    private static long branch(Handle handle, Upload upload) {
        Optional<Long> known = lockedBranch(handle, upload);
        if (known.isPresent()) {
            return known.get();
        }
        handle.createUpdate("""
            insert into branch (project_id, name, pull_request) values (:projectId, :name, :pullRequest)
            on conflict do nothing
            """)
                .bind("projectId", upload.projectId())
                .bind("name", upload.metadata().branch())
                .bind("pullRequest", upload.metadata().pullRequest())
                .execute();
        return lockedBranch(handle, upload).orElseThrow();
    }

    private static Optional<Long> lockedBranch(Handle handle, Upload upload) {
        return handle.createQuery("""
            select branch_id
            from branch
            where project_id = :projectId and name = :name and coalesce(pull_request, 0) = :pullRequest
            for update
            """)
                .bind("projectId", upload.projectId())
                .bind("name", upload.metadata().branch())
                .bind("pullRequest", upload.metadata().pullRequest().orElse(0))
                .mapTo(Long.class)
                .findOne();
    }

    /**
     * Records the commits of the log and gives them their places. Only on the base branch, and for a run that may be a
     * baseline, all of them get one; elsewhere only the measured commit does, behind those of its relatives that were measured there.
     */
    private static void commits(Handle handle, Upload upload, long branch) {
        RunMetadata metadata = upload.metadata();
        List<CommitInfo> log =
                metadata.commits().isEmpty() ? List.of(CommitInfo.of(metadata.commit())) : metadata.commits();
        new CommitRegistry(handle, upload.projectId()).record(log, upload.trust() == RunTrust.QUARANTINED);
        Project project = Projects.byId(handle, upload.projectId());
        boolean base = upload.baselineEligible() && metadata.branch().equals(project.baseBranch());
        BranchOrder order = new BranchOrder(handle, upload.projectId(), branch);
        if (base) {
            order.place(log.reversed());
        } else {
            order.placeNewest(log.reversed());
        }
    }
}
