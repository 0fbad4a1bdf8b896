package dev.plumbline.server.pullrequest;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoredJson;
import dev.plumbline.server.forges.ForgeLinks;
import dev.plumbline.server.project.Project;
import java.util.List;
import java.util.Map;

/** Finds the repository that a project's commits are linked to: the bound one, otherwise the one that its CI jobs named last. */
public final class LinkedRepositories {

    private final Database database;
    private final BoundForges bound;

    public LinkedRepositories(Database database, BoundForges bound) {
        this.database = database;
        this.bound = bound;
    }

    /** The links of a project. */
    public ForgeLinks of(Project project) {
        if (bound.of(project.id()) instanceof BoundForge.Bound forge) {
            return ForgeLinks.of(forge.forge().kind(), forge.forge().page(forge.repository()), project.baseBranch());
        }
        return recentJobs(project.id()).stream()
                .flatMap(job -> StatedRepository.of(job).stream())
                .findFirst()
                .map(stated -> ForgeLinks.of(stated.kind(), stated.page(), project.baseBranch()))
                .orElse(ForgeLinks.NONE);
    }

    /** What the newest runs say about their CI jobs. Anybody can upload a quarantined one, so these say nothing. */
    private List<Map<String, String>> recentJobs(long projectId) {
        return database.read(handle -> handle.createQuery("""
            select ci
            from (
                select run_id, trust, ci from run where project_id = :projectId order by run_id desc limit 100
            ) recent
            where trust <> 'quarantined' and ci <> '{}'
            order by run_id desc
            """)
                .bind("projectId", projectId)
                .map((row, context) -> StoredJson.flat(row.getString("ci")))
                .list());
    }
}
