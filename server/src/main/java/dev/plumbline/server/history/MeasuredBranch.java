package dev.plumbline.server.history;

import dev.plumbline.server.database.Database;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * A branch without a pull request, at its newest measured commit.
 *
 * @param name its name
 * @param sha the commit in full
 * @param subject the first line of its message, may be empty
 * @param author who wrote it, may be empty
 * @param uploadedAt when its newest run was uploaded
 */
public record MeasuredBranch(String name, String sha, String subject, String author, Instant uploadedAt) {

    /** The branch of a name; empty if the project has none of that name that was measured without a pull request. */
    public static Optional<MeasuredBranch> find(Database database, long projectId, String name) {
        return database.read(handle -> handle.createQuery("""
            select b.name, r.sha, coalesce(c.subject, '') as subject, coalesce(c.author, '') as author, r.uploaded_at
            from branch b
                join run r on r.project_id = b.project_id and r.branch_id = b.branch_id
                join commit c on c.project_id = r.project_id and c.sha = r.sha
                left join branch_commit o
                    on o.project_id = r.project_id and o.branch_id = r.branch_id and o.sha = r.sha
            where b.project_id = :projectId and b.name = :name and b.pull_request is null and r.role = 'measurement'
            order by o.position desc nulls last, r.run_id desc
            limit 1
            """)
                .bind("projectId", projectId)
                .bind("name", name)
                .map(ConstructorMapper.of(MeasuredBranch.class))
                .findFirst());
    }
}
