package dev.plumbline.server.auth;

import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import dev.plumbline.server.project.TrustedRepositories;
import dev.plumbline.server.project.TrustedRepository;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the trust that admits a CI job. A repository is identified by its issuer's number: trust that names only the repository takes the
 * number of the first job that shows it, and from then on a repository that was created again under the name is another one.
 */
final class TrustedJobs {

    private final TrustedRepositories trusted;

    TrustedJobs(TrustedRepositories trusted) {
        this.trusted = trusted;
    }

    /** The job as the project's caller; empty when the project doesn't trust it. Of several trusts the widest counts. */
    Optional<Caller> caller(Project project, CiIdentity job) {
        return trusted.of(project.id()).stream()
                .filter(trust -> covers(trust, job))
                .sorted(Comparator.comparingInt(trust -> trust.scope() == Scope.UPLOAD ? 0 : 1))
                .filter(trust ->
                        trust.repositoryId().isPresent() || trusted.pin(project.id(), trust.id(), job.repositoryId()))
                .findFirst()
                .map(trust -> new Caller.OidcToken(project.id(), trust.id(), trust.scope(), job));
    }

    private static boolean covers(TrustedRepository trust, CiIdentity job) {
        boolean same = trust.repositoryId()
                .map(job.repositoryId()::equals)
                .orElseGet(() -> trust.repository().equalsIgnoreCase(job.repository()));
        return same && trust.issuer().equals(job.issuer()) && trust.coversRef(job.ref());
    }
}
