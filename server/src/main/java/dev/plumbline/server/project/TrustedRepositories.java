package dev.plumbline.server.project;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.database.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which repositories' CI jobs projects let in. */
public final class TrustedRepositories {

    /** The most that a project has. */
    public static final int MOST = 100;

    private static final Pattern REPOSITORY = Pattern.compile("[\\w.-]+(/[\\w.-]+){1,20}");
    private static final Pattern ID = Pattern.compile("[\\w-]{1,64}");
    private static final Pattern REF = Pattern.compile("refs/[^\\p{Cntrl}\\\\]{1,250}");
    private static final int LONGEST_REPOSITORY = 255;

    private final Database database;

    public TrustedRepositories(Database database) {
        this.database = database;
    }

    /**
     * Adds trust in a repository.
     *
     * @param repositoryId the issuer's number of it; empty: that of the first job that shows up
     * @param scope upload or read
     * @param ref a pattern for the jobs' refs; empty: any
     * @throws StoreException {@code invalid-trust} when something does not hold
     */
    public TrustedRepository add(
            long projectId,
            String issuer,
            String repository,
            Optional<String> repositoryId,
            Scope scope,
            Optional<String> ref) {
        require(
                repository.length() <= LONGEST_REPOSITORY
                        && REPOSITORY.matcher(repository).matches(),
                "The field 'repository' takes a name such as acme/widgets.");
        require(
                repositoryId.stream().allMatch(id -> ID.matcher(id).matches()),
                "The field 'repositoryId' takes the issuer's number of the repository.");
        require(
                ref.stream().allMatch(pattern -> REF.matcher(pattern).matches()),
                "The field 'ref' takes a whole ref such as refs/heads/main, with * for any text.");
        require(scope != Scope.ADMIN, "The field 'scope' takes upload or read: a CI job administers nothing.");
        return database.transaction(handle -> {
            require(
                    Query.of(handle, "select count(*) from oidc_trust where project_id = ?")
                                    .with(projectId)
                                    .list(row -> row.getInt(1))
                                    .getFirst()
                            < MOST,
                    "A project trusts at most " + MOST + " repositories. Remove one first.");
            return Query.of(handle, """
                insert into oidc_trust (project_id, issuer, repository, repository_id, scope, ref)
                values (?, ?, ?, nullif(?, ''), ?, nullif(?, ''))
                returning trust_id, issuer, repository, repository_id, scope, ref, created_at
                """)
                    .with(projectId)
                    .with(issuer)
                    .with(repository)
                    .with(repositoryId.orElse(""))
                    .with(scope.label())
                    .with(ref.orElse(""))
                    .list(TrustedRepositories::trust)
                    .getFirst();
        });
    }

    /** What a project trusts, the newest first. */
    public List<TrustedRepository> of(long projectId) {
        return database.read(handle -> Query.of(handle, """
                    select trust_id, issuer, repository, repository_id, scope, ref, created_at
                    from oidc_trust
                    where project_id = ?
                    order by trust_id desc
                    """).with(projectId).list(TrustedRepositories::trust));
    }

    /**
     * Lets a trust that names a repository alone mean the one with this number from now on.
     *
     * @return whether it does; false when another number was faster, or the trust is gone
     */
    public boolean pin(long projectId, long trustId, String repositoryId) {
        if (!ID.matcher(repositoryId).matches()) {
            return false;
        }
        return database.transaction(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                update oidc_trust
                set repository_id = ?
                where project_id = ? and trust_id = ? and coalesce(repository_id, ?) = ?
                """)) {
                statement.setString(1, repositoryId);
                statement.setLong(2, projectId);
                statement.setLong(3, trustId);
                statement.setString(4, repositoryId);
                statement.setString(5, repositoryId);
                return statement.executeUpdate() == 1;
            }
        });
    }

    /** Ends a trust; false when the project has none of this number. */
    public boolean remove(long projectId, long trustId) {
        return database.transaction(handle -> {
            try (PreparedStatement statement = handle.getConnection()
                    .prepareStatement("delete from oidc_trust where project_id = ? and trust_id = ?")) {
                statement.setLong(1, projectId);
                statement.setLong(2, trustId);
                return statement.executeUpdate() == 1;
            }
        });
    }

    private static TrustedRepository trust(ResultSet row) throws SQLException {
        return new TrustedRepository(
                row.getLong("trust_id"),
                row.getString("issuer"),
                row.getString("repository"),
                Optional.ofNullable(row.getString("repository_id")),
                Scope.of(row.getString("scope")).orElseThrow(),
                Optional.ofNullable(row.getString("ref")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new StoreException("invalid-trust", complaint);
        }
    }
}
