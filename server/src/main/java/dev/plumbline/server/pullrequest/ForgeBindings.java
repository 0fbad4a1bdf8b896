package dev.plumbline.server.pullrequest;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoredText;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Which project is bound to which repository of which forge. A project is bound to one; several may be bound to the same. */
public final class ForgeBindings {

    private static final RowMapper<ForgeBinding> BINDING = ConstructorMapper.of(ForgeBinding.class);

    private final Database database;

    public ForgeBindings(Database database) {
        this.database = database;
    }

    /** The repository that a project is bound to. */
    public Optional<ForgeBinding> find(long projectId) {
        return database.read(handle -> find(handle, projectId));
    }

    static Optional<ForgeBinding> find(Handle handle, long projectId) {
        return handle.createQuery("""
            select project_id, forge, repository, created_at from forge_binding where project_id = :projectId
            """).bind("projectId", projectId).map(BINDING).findOne();
    }

    /** The bindings to a repository; the forge may write its name in different letter case. */
    public List<ForgeBinding> of(String forge, String repository) {
        return database.read(handle -> handle.createQuery("""
            select project_id, forge, repository, created_at
            from forge_binding
            where forge = :forge and lower(repository) = lower(:repository)
            order by project_id
            """)
                .bind("forge", forge)
                .bind("repository", StoredText.clean(repository))
                .map(BINDING)
                .list());
    }

    /** Binds a project, replacing an earlier binding. */
    public ForgeBinding bind(long projectId, String forge, String repository) {
        return database.transaction(handle -> handle.createQuery("""
            insert into forge_binding (project_id, forge, repository) values (:projectId, :forge, :repository)
            on conflict (project_id) do update set
                forge = excluded.forge, repository = excluded.repository, created_at = now()
            returning project_id, forge, repository, created_at
            """)
                .bind("projectId", projectId)
                .bind("forge", forge)
                .bind("repository", repository)
                .map(BINDING)
                .one());
    }

    /** Removes a project's binding; false when there was none. */
    public boolean unbind(long projectId) {
        return database.transaction(
                handle -> handle.createUpdate("delete from forge_binding where project_id = :projectId")
                                .bind("projectId", projectId)
                                .execute()
                        == 1);
    }
}
