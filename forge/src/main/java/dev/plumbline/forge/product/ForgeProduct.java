package dev.plumbline.forge.product;

import dev.plumbline.forge.credential.Credential;
import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.rest.ApiAddress;
import dev.plumbline.forge.webhook.Webhooks;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Everything that differs between forges: names, addresses, credentials, CI jobs, webhooks, and access to a repository. It has no state. */
public interface ForgeProduct {

    /** Its names in settings and options, in lower case, the usual name first. */
    List<String> names();

    /** The address of the public instance; empty if there is none. */
    Optional<String> publicAddress();

    /**
     * The address of an instance's API.
     *
     * @param web the address that people use, without a slash at its end
     */
    String api(String web);

    /**
     * The pages of a repository.
     *
     * @param repository the address of its own page, without a slash at its end
     */
    RepositoryPages pages(String repository);

    /** Whether it accepts {@link Credential.GitHubApp}. */
    boolean hasApps();

    /** Whether the CI run of a fork's pull request belongs to the fork, so that the pull request's repository doesn't know it. */
    boolean keepsRunsInForks();

    /** The most characters of a comment. */
    int longestComment();

    /** The token that a CI job needs for commenting, as an error describes it. */
    String commentToken();

    /**
     * The job that has these variables; empty when it runs elsewhere.
     *
     * @param variables gives a variable's value, without blanks around it; empty when it is not set
     */
    Optional<CiJob> job(UnaryOperator<String> variables);

    /** Its webhooks. */
    Webhooks webhooks();

    /**
     * A repository; no request is made yet.
     *
     * @param repository {@code owner/name}, or what the forge accepts instead
     * @param client one that does not follow redirects
     * @throws IllegalArgumentException with a sentence for the operator when the repository or the credential is invalid
     */
    Forge connect(ApiAddress api, String repository, Credential credential, HttpClient client, Clock clock);
}
