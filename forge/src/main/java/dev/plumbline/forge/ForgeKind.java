package dev.plumbline.forge;

import dev.plumbline.forge.credential.Credential;
import dev.plumbline.forge.gitea.Gitea;
import dev.plumbline.forge.github.GitHub;
import dev.plumbline.forge.gitlab.GitLab;
import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.rest.ApiAddress;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;

/** The forges that are spoken to. */
public enum ForgeKind {
    /** github.com and GitHub Enterprise Server. */
    GITHUB,
    /** gitlab.com and GitLab on a server of one's own. */
    GITLAB,
    /** Gitea, and Forgejo, which has the same API. */
    GITEA;

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    /** The client that forges are asked with; one may serve all of them. */
    public static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(TO_CONNECT)
                .build();
    }

    /**
     * A repository, without asking for anything yet. Keep the object: it remembers who it is, and a GitHub App's token.
     *
     * @param apiUrl {@code https://api.github.com} or {@code https://HOST/api/v3}, {@code https://HOST/api/v4}, {@code
     *     https://HOST/api/v1}
     * @param repository {@code owner/name}; on GitLab a path with any number of groups, or the project's number
     * @param client one that does not follow redirects
     * @throws IllegalArgumentException with a sentence for the operator when one of these does not fit
     */
    public Forge connect(String apiUrl, String repository, Credential credential, HttpClient client, Clock clock) {
        ApiAddress address = ApiAddress.parse(apiUrl);
        return switch (this) {
            case GITHUB -> GitHub.connect(address, repository, credential, client, clock);
            case GITLAB -> GitLab.connect(address, repository, credential, client, clock);
            case GITEA -> Gitea.connect(address, repository, credential, client, clock);
        };
    }
}
