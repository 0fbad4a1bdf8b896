package dev.plumbline.server.project;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A repository whose CI jobs a project admits by their ID tokens.
 *
 * @param id which trust it is
 * @param issuer who vouches for the jobs
 * @param repository the repository's name as the admin gave it
 * @param repositoryId the issuer's number of it; empty until the first job has shown it
 * @param scope upload or read
 * @param ref a pattern that the job's ref has to match, with {@code *} for any text; empty: any ref
 * @param createdAt when it was added
 */
public record TrustedRepository(
        long id,
        String issuer,
        String repository,
        Optional<String> repositoryId,
        Scope scope,
        Optional<String> ref,
        Instant createdAt) {

    /** Whether the pattern covers a ref. */
    public boolean coversRef(String actual) {
        return ref.map(pattern -> Pattern.compile("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E", Pattern.DOTALL)
                        .matcher(actual)
                        .matches())
                .orElse(true);
    }
}
