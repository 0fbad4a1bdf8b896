package dev.plumbline.server.project;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The repositories whose CI jobs projects admit. */
public final class TrustedRepositories {

    /** The most that a project may have. */
    public static final int MOST = 100;

    private static final Pattern REPOSITORY = Pattern.compile("[\\w.-]+(/[\\w.-]+){1,20}");
    private static final Pattern ID = Pattern.compile("[\\w-]{1,64}");
    private static final Pattern REF = Pattern.compile("refs/[^\\p{Cntrl}\\\\]{1,250}");
    private static final int LONGEST_REPOSITORY = 255;

    private static final String COLUMNS = " trust_id as id, issuer, repository, repository_id, scope, ref, created_at ";
    private static final RowMapper<TrustedRepository> TRUST = ConstructorMapper.of(TrustedRepository.class);

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
     * @throws StoreException {@code invalid-trust} when something is invalid
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
        require(scope != Scope.ADMIN, "The field 'scope' takes upload or read: a CI job can't administer a project.");
        return database.transaction(handle -> {
            require(
                    handle.createQuery("select count(*) from oidc_trust where project_id = :projectId")
                                    .bind("projectId", projectId)
                                    .mapTo(int.class)
                                    .one()
                            < MOST,
                    "A project trusts at most " + MOST + " repositories. Remove one first.");
            return handle.createQuery("""
                insert into oidc_trust (project_id, issuer, repository, repository_id, scope, ref)
                values (:projectId, :issuer, :repository, :repositoryId, :scope, :ref)
                returning""" + COLUMNS)
                    .bind("projectId", projectId)
                    .bind("issuer", issuer)
                    .bind("repository", repository)
                    .bind("repositoryId", repositoryId)
                    .bind("scope", scope.label())
                    .bind("ref", ref)
                    .map(TRUST)
                    .one();
        });
    }

    /** What a project trusts, newest first. */
    public List<TrustedRepository> of(long projectId) {
        return database.read(handle -> handle.createQuery("select" + COLUMNS + """
                from oidc_trust
                where project_id = :projectId
                order by trust_id desc
                """)
                .bind("projectId", projectId)
                .map(TRUST)
                .list());
    }

    /**
     * Binds a trust that names only a repository to the one with this number from now on.
     *
     * @return whether it is bound; false when another number was faster, or the trust is gone
     */
    public boolean pin(long projectId, long trustId, String repositoryId) {
        if (!ID.matcher(repositoryId).matches()) {
            return false;
        }
        return database.transaction(handle -> handle.createUpdate("""
                update oidc_trust
                set repository_id = :repositoryId
                where project_id = :projectId and trust_id = :trustId
                    and coalesce(repository_id, :repositoryId) = :repositoryId
                """)
                        .bind("projectId", projectId)
                        .bind("trustId", trustId)
                        .bind("repositoryId", repositoryId)
                        .execute()
                == 1);
    }

    /** Removes a trust; false when the project has none with this number. */
    public boolean remove(long projectId, long trustId) {
        return database.transaction(handle ->
                handle.createUpdate("delete from oidc_trust where project_id = :projectId and trust_id = :trustId")
                                .bind("projectId", projectId)
                                .bind("trustId", trustId)
                                .execute()
                        == 1);
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new StoreException("invalid-trust", complaint);
        }
    }
}
