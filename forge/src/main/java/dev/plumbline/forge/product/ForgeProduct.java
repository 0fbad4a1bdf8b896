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

/** All that differs between forges: names, addresses, credentials, CI jobs, webhooks, and the way to a repository. It has no state. */
public interface ForgeProduct {

    /** What it is called in settings and options, in lower case, the usual name first. */
    List<String> names();

    /** The address of the instance that everybody can use; empty if there is none. */
    Optional<String> publicAddress();

    /**
     * The address of an instance's API.
     *
     * @param web the address that people use, without a slash at its end
     */
    String api(String web);

    /** Whether it takes {@link Credential.GitHubApp}. */
    boolean hasApps();

    /** Whether the CI run of a fork's pull request belongs to the fork, so that the pull request's repository does not know it. */
    boolean keepsRunsInForks();

    /** What a CI job has to be given to comment with, as it stands in an error. */
    String commentToken();

    /**
     * The job that has these variables; empty when it runs elsewhere.
     *
     * @param variables gives a variable's value, without blanks around it; empty when it is not set
     */
    Optional<CiJob> job(UnaryOperator<String> variables);

    /** What it sends by itself. */
    Webhooks webhooks();

    /**
     * A repository, without asking for anything yet.
     *
     * @param repository {@code owner/name}, or what the forge takes in its place
     * @param client one that does not follow redirects
     * @throws IllegalArgumentException with a sentence for the operator when repository or credential does not fit
     */
    Forge connect(ApiAddress api, String repository, Credential credential, HttpClient client, Clock clock);
}
