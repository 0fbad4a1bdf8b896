package dev.plumbline.forge.github;

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

/** github.com and GitHub Enterprise Server. */
public final class GitHubProduct implements ForgeProduct {

    static final int LONGEST_COMMENT = 65_536;

    private static final String PUBLIC = "https://github.com";

    @Override
    public List<String> names() {
        return List.of("github");
    }

    @Override
    public Optional<String> publicAddress() {
        return Optional.of(PUBLIC);
    }

    @Override
    public String api(String web) {
        return web.equals(PUBLIC) ? "https://api.github.com" : web + "/api/v3";
    }

    @Override
    public RepositoryPages pages(String repository) {
        return new GitHubPages(repository);
    }

    @Override
    public boolean hasApps() {
        return true;
    }

    @Override
    public boolean keepsRunsInForks() {
        return false;
    }

    @Override
    public int longestComment() {
        return LONGEST_COMMENT;
    }

    @Override
    public String commentToken() {
        return "GITHUB_TOKEN with the right to write pull requests";
    }

    @Override
    public Optional<CiJob> job(UnaryOperator<String> variables) {
        return ActionsJob.onGitHub(variables);
    }

    @Override
    public Webhooks webhooks() {
        return new GitHubWebhooks();
    }

    @Override
    public Forge connect(ApiAddress api, String repository, Credential credential, HttpClient client, Clock clock) {
        return GitHub.connect(api, repository, credential, client, clock);
    }
}
