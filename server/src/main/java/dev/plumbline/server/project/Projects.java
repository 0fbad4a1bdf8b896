package dev.plumbline.server.project;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The projects of this instance. */
public final class Projects {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_SLUG = 63;
    private static final int LONGEST_NAME = 200;

    private static final String COLUMNS =
            " project_id, slug, name, base_branch, visibility = 'public' as is_public, created_at ";
    private static final RowMapper<Project> PROJECT = (row, context) -> new Project(
            row.getLong("project_id"),
            row.getString("slug"),
            row.getString("name"),
            row.getString("base_branch"),
            row.getBoolean("is_public"),
            row.getTimestamp("created_at").toInstant());

    private final Database database;

    public Projects(Database database) {
        this.database = database;
    }

    /** Whether a text has the form of a slug. */
    public static boolean isSlug(String text) {
        return text.length() <= LONGEST_SLUG && SLUG.matcher(text).matches();
    }

    /**
     * Creates a project.
     *
     * @throws StoreException {@code invalid-slug}, {@code invalid-name}, {@code project-exists}
     */
    public Project create(String slug, String name, String baseBranch, boolean isPublic) {
        if (!isSlug(slug)) {
            throw new StoreException(
                    "invalid-slug",
                    "A project's slug must have 1 to 63 lower-case letters and digits, with single hyphens between them");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
            throw new StoreException("invalid-name", "A project's name must have 1 to 200 characters");
        }
        GitNames.requireBranch("branch", baseBranch);
        return database.transaction(handle -> handle.createQuery("""
                insert into project (slug, name, base_branch, visibility) values (:slug, :name, :baseBranch, :visibility)
                on conflict (slug) do nothing
                returning""" + COLUMNS)
                .bind("slug", slug)
                .bind("name", name)
                .bind("baseBranch", baseBranch)
                .bind("visibility", isPublic ? "public" : "private")
                .map(PROJECT)
                .findOne()
                .orElseThrow(() -> new StoreException("project-exists", "There is already a project '" + slug + "'")));
    }

    /** The project of a slug, empty when there is none. */
    public Optional<Project> find(String slug) {
        return database.read(handle -> handle.createQuery("select" + COLUMNS + "from project where slug = :slug")
                .bind("slug", slug)
                .map(PROJECT)
                .findOne());
    }

    /** The project of an id, empty when there is none. */
    public Optional<Project> find(long projectId) {
        return database.read(handle -> find(handle, projectId));
    }

    /** All projects, by name. */
    public List<Project> all() {
        return database.read(handle -> handle.createQuery("select" + COLUMNS + "from project order by name, slug")
                .map(PROJECT)
                .list());
    }

    /** The project of an id, on a connection that the caller holds. */
    public static Project byId(Handle handle, long projectId) {
        return find(handle, projectId)
                .orElseThrow(() -> new StoreException("unknown-project", "There is no project " + projectId));
    }

    private static Optional<Project> find(Handle handle, long projectId) {
        return handle.createQuery("select" + COLUMNS + "from project where project_id = :projectId")
                .bind("projectId", projectId)
                .map(PROJECT)
                .findOne();
    }
}
