package dev.plumbline.server.pullrequest;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.database.StoredText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which project is bound to which repository of which forge. A project is bound to one; several may be bound to the same. */
public final class ForgeBindings {

    private final Database database;

    public ForgeBindings(Database database) {
        this.database = database;
    }

    /** The repository that a project is bound to. */
    public Optional<ForgeBinding> find(long projectId) {
        return database.read(handle -> find(handle, projectId));
    }

    static Optional<ForgeBinding> find(Handle handle, long projectId) throws SQLException {
        return Query.of(
                        handle,
                        "select project_id, forge, repository, created_at from forge_binding where project_id = ?")
                .with(projectId)
                .first(ForgeBindings::read);
    }

    /** The bindings to a repository; the forge may write its name in other letter cases. */
    public List<ForgeBinding> of(String forge, String repository) {
        return database.read(handle -> Query.of(handle, """
            select project_id, forge, repository, created_at
            from forge_binding
            where forge = ? and lower(repository) = lower(?)
            order by project_id
            """)
                .with(forge)
                .with(StoredText.clean(repository))
                .list(ForgeBindings::read));
    }

    /** Binds a project, in the place of an earlier binding. */
    public ForgeBinding bind(long projectId, String forge, String repository) {
        return database.transaction(handle -> Query.of(handle, """
            insert into forge_binding (project_id, forge, repository) values (?, ?, ?)
            on conflict (project_id) do update set
                forge = excluded.forge, repository = excluded.repository, created_at = now()
            returning project_id, forge, repository, created_at
            """)
                .with(projectId)
                .with(forge)
                .with(repository)
                .first(ForgeBindings::read)
                .orElseThrow());
    }

    /** Ends a project's binding; false when there was none. */
    public boolean unbind(long projectId) {
        return database.transaction(handle -> {
            try (PreparedStatement statement =
                    handle.getConnection().prepareStatement("delete from forge_binding where project_id = ?")) {
                statement.setLong(1, projectId);
                return statement.executeUpdate() == 1;
            }
        });
    }

    private static ForgeBinding read(ResultSet row) throws SQLException {
        return new ForgeBinding(
                row.getLong("project_id"),
                row.getString("forge"),
                row.getString("repository"),
                Columns.instant(row, "created_at").orElseThrow());
    }
}
