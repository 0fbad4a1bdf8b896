package dev.plumbline.server.project;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.database.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** The projects of this instance. */
public final class Projects {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_SLUG = 63;
    private static final int LONGEST_NAME = 200;

    private final Database database;

    public Projects(Database database) {
        this.database = database;
    }

    /** Whether a text has the form of a slug. */
    public static boolean isSlug(String text) {
        return text.length() <= LONGEST_SLUG && SLUG.matcher(text).matches();
    }

    /**
     * Makes a project.
     *
     * @throws StoreException {@code invalid-slug}, {@code invalid-name}, {@code project-exists}
     */
    public Project create(String slug, String name, String baseBranch, boolean isPublic) {
        if (!isSlug(slug)) {
            throw new StoreException(
                    "invalid-slug",
                    "A project's slug has 1 to 63 lower-case letters and digits, with single hyphens between them");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            throw new StoreException("invalid-name", "A project's name has 1 to 200 characters");
        }
        GitNames.requireBranch("branch", baseBranch);
        return database.transaction(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                insert into project (slug, name, base_branch, visibility) values (?, ?, ?, ?)
                on conflict (slug) do nothing
                returning project_id, slug, name, base_branch, visibility, created_at
                """)) {
                statement.setString(1, slug);
                statement.setString(2, name);
                statement.setString(3, baseBranch);
                statement.setString(4, isPublic ? "public" : "private");
                try (ResultSet rows = statement.executeQuery()) {
                    if (!rows.next()) {
                        throw new StoreException("project-exists", "There is a project '" + slug + "' already");
                    }
                    return project(rows);
                }
            }
        });
    }

    /** The project of a slug, empty when there is none. */
    public Optional<Project> find(String slug) {
        return database.read(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                select project_id, slug, name, base_branch, visibility, created_at from project where slug = ?
                """)) {
                statement.setString(1, slug);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(project(rows)) : Optional.empty();
                }
            }
        });
    }

    /** The project of an id, empty when there is none. */
    public Optional<Project> find(long projectId) {
        return database.read(handle -> Query.of(handle, """
                    select project_id, slug, name, base_branch, visibility, created_at from project where project_id = ?
                    """).with(projectId).first(Projects::project));
    }

    /** All projects, by name. */
    public List<Project> all() {
        return database.read(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                select project_id, slug, name, base_branch, visibility, created_at
                from project order by name, slug
                """);
                    ResultSet rows = statement.executeQuery()) {
                List<Project> projects = new ArrayList<>();
                while (rows.next()) {
                    projects.add(project(rows));
                }
                return projects;
            }
        });
    }

    /** The project of an id, on a connection that the caller holds. */
    public static Project byId(Handle handle, long projectId) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            select project_id, slug, name, base_branch, visibility, created_at from project where project_id = ?
            """)) {
            statement.setLong(1, projectId);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new StoreException("unknown-project", "There is no project " + projectId);
                }
                return project(rows);
            }
        }
    }

    private static Project project(ResultSet row) throws SQLException {
        return new Project(
                row.getLong("project_id"),
                row.getString("slug"),
                row.getString("name"),
                row.getString("base_branch"),
                row.getString("visibility").equals("public"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
