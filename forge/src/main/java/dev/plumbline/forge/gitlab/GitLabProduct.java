package dev.plumbline.forge.gitlab;

import dev.plumbline.forge.credential.Credential;
import dev.plumbline.forge.product.CiJob;
import dev.plumbline.forge.product.ForgeProduct;
import dev.plumbline.forge.product.RepositoryPages;
import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.rest.ApiAddress;
import dev.plumbline.forge.webhook.Webhooks;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** gitlab.com and GitLab on a server of one's own. */
public final class GitLabProduct implements ForgeProduct {

    static final int LONGEST_COMMENT = 1_000_000;

    @Override
    public List<String> names() {
        return List.of("gitlab");
    }

    @Override
    public Optional<String> publicAddress() {
        return Optional.of("https://gitlab.com");
    }

    @Override
    public String api(String web) {
        return web + "/api/v4";
    }

    @Override
    public RepositoryPages pages(String repository) {
        return new GitLabPages(repository);
    }

    @Override
    public boolean hasApps() {
        return false;
    }

    @Override
    public boolean keepsRunsInForks() {
        return true;
    }

    @Override
    public int longestComment() {
        return LONGEST_COMMENT;
    }

    @Override
    public String commentToken() {
        return "GITLAB_TOKEN, an access token with the scope api, since CI_JOB_TOKEN can't write notes";
    }

    @Override
    public Optional<CiJob> job(UnaryOperator<String> variables) {
        return variables.apply("GITLAB_CI").isEmpty() ? Optional.empty() : Optional.of(ciJob(variables));
    }

    @Override
    public Webhooks webhooks() {
        return new GitLabWebhooks();
    }

    @Override
    public Forge connect(ApiAddress api, String repository, Credential credential, HttpClient client, Clock clock) {
        return GitLab.connect(api, repository, credential, client, clock);
    }

    /** A merge request belongs to the project that it is for, even if a fork's pipeline runs. */
    private static CiJob ciJob(UnaryOperator<String> variables) {
        return new CiJob(
                variables.apply("CI_API_V4_URL"),
                CiJob.first(variables, "CI_MERGE_REQUEST_PROJECT_PATH", "CI_PROJECT_PATH", "CI_PROJECT_ID"),
                CiJob.first(variables, "CI_MERGE_REQUEST_PROJECT_URL", "CI_PROJECT_URL"),
                variables.apply("GITLAB_TOKEN"),
                false);
    }
}
