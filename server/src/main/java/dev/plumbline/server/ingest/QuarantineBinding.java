package dev.plumbline.server.ingest;

import dev.plumbline.server.database.StoreException;
import java.util.regex.Pattern;

/**
 * What a quarantined run says that it belongs to. Nobody vouches for it; a forge can be asked to confirm it.
 *
 * @param repository the repository that the pull request would be merged into, {@code owner/name}
 * @param pullRequest its number
 * @param sha its head commit
 * @param ciRun the forge's number of the CI run that measures it
 */
public record QuarantineBinding(String repository, int pullRequest, String sha, String ciRun) {

    private static final Pattern REPOSITORY = Pattern.compile("[\\w.-]+(/[\\w.-]+){1,20}");
    private static final Pattern CI_RUN = Pattern.compile("[\\w-]{1,64}");
    private static final int LONGEST_REPOSITORY = 255;

    /** @throws StoreException {@code invalid-metadata} when something is invalid */
    public QuarantineBinding {
        if (repository.length() > LONGEST_REPOSITORY
                || !REPOSITORY.matcher(repository).matches()) {
            throw new StoreException(
                    "invalid-metadata", "ci.repository takes a repository's name such as acme/widgets");
        }
        if (pullRequest < 1) {
            throw new StoreException("invalid-metadata", "pullRequest is missing: a quarantined run belongs to one");
        }
        if (!CI_RUN.matcher(ciRun).matches()) {
            throw new StoreException("invalid-metadata", "ci.runId takes the forge's number of the CI run");
        }
    }
}
