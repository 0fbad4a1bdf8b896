package dev.plumbline.forge;

import dev.plumbline.forge.credential.Credential;
import dev.plumbline.forge.gitea.GiteaProduct;
import dev.plumbline.forge.github.GitHubProduct;
import dev.plumbline.forge.gitlab.GitLabProduct;
import dev.plumbline.forge.product.ForgeProduct;
import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.rest.ApiAddress;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The forges: each one is a package with one {@link ForgeProduct}, and one line here. */
public enum ForgeKind {
    /** github.com and GitHub Enterprise Server. */
    GITHUB,
    /** gitlab.com and GitLab on a server of one's own. */
    GITLAB,
    /** Gitea, and Forgejo, which has the same API. */
    GITEA;

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    /** What is known about it. */
    public ForgeProduct product() {
        return switch (this) {
            case GITHUB -> new GitHubProduct();
            case GITLAB -> new GitLabProduct();
            case GITEA -> new GiteaProduct();
        };
    }

    /** The forge of a name in settings or options, such as {@code forgejo}; case-insensitive. */
    public static Optional<ForgeKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.product().names().stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }

    /** All names. */
    public static List<String> allNames() {
        return Arrays.stream(values())
                .flatMap(kind -> kind.product().names().stream())
                .toList();
    }

    /** All names, as written in a sentence: {@code github, gitlab, gitea or forgejo}. */
    public static String names() {
        List<String> names = allNames();
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    /** The client for requests to forges; one may serve all of them. */
    public static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(TO_CONNECT)
                .build();
    }

    /**
     * A repository; no request is made yet. Keep the object: it remembers its own account, and a GitHub App's token.
     *
     * @param apiUrl {@code https://api.github.com} or {@code https://HOST/api/v3}, {@code https://HOST/api/v4}, {@code
     *     https://HOST/api/v1}
     * @param repository {@code owner/name}; on GitLab a path with any number of groups, or the project's number
     * @param client one that does not follow redirects
     * @throws IllegalArgumentException with a sentence for the operator when one of these is invalid
     */
    public Forge connect(String apiUrl, String repository, Credential credential, HttpClient client, Clock clock) {
        return product().connect(ApiAddress.parse(apiUrl), repository, credential, client, clock);
    }
}
