package dev.plumbline.forge.gitea;

import dev.plumbline.forge.credential.Credential;
import dev.plumbline.forge.github.ActionsJob;
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

/** Gitea and Forgejo; there is no instance for everybody. */
public final class GiteaProduct implements ForgeProduct {

    /** The text column of both holds 65,535 bytes on MySQL; our characters rarely take more than one. */
    static final int LONGEST_COMMENT = 60_000;

    @Override
    public List<String> names() {
        return List.of("gitea", "forgejo");
    }

    @Override
    public Optional<String> publicAddress() {
        return Optional.empty();
    }

    @Override
    public String api(String web) {
        return web + "/api/v1";
    }

    @Override
    public RepositoryPages pages(String repository) {
        return new GiteaPages(repository);
    }

    @Override
    public boolean hasApps() {
        return false;
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
        return "GITEA_TOKEN with the right to write issues";
    }

    @Override
    public Optional<CiJob> job(UnaryOperator<String> variables) {
        return ActionsJob.onGitea(variables);
    }

    @Override
    public Webhooks webhooks() {
        return new GiteaWebhooks();
    }

    @Override
    public Forge connect(ApiAddress api, String repository, Credential credential, HttpClient client, Clock clock) {
        return Gitea.connect(api, repository, credential, client, clock);
    }
}
