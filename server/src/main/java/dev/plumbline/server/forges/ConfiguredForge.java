package dev.plumbline.server.forges;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.credential.Credential;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An entry of the forges file: a forge, the credential for it, and the repositories that it may be used for.
 *
 * @param name what the entry is called
 * @param kind which forge it is
 * @param web the address that people use, without a slash at its end
 * @param api the address of its API, likewise
 * @param appId the GitHub App's id; empty if the secret is a token
 * @param secret the file with the token or the App's private key
 * @param webhookSecret the file with the secret that its webhooks are signed with; empty: none are accepted
 * @param repositories patterns for {@code owner/name}, {@code *} for any characters, case-insensitive
 */
public record ConfiguredForge(
        String name,
        ForgeKind kind,
        String web,
        String api,
        Optional<String> appId,
        SecretFile secret,
        Optional<SecretFile> webhookSecret,
        List<String> repositories) {

    public ConfiguredForge {
        repositories = List.copyOf(repositories);
    }

    /** Whether this entry's credential may be used for a repository. */
    public boolean covers(String repository) {
        String name = repository.toLowerCase(Locale.ROOT);
        return repositories.stream()
                .anyMatch(pattern -> glob(pattern).matcher(name).matches());
    }

    private static Pattern glob(String pattern) {
        String[] parts = pattern.toLowerCase(Locale.ROOT).split("\\*", -1);
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            regex.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
        }
        return Pattern.compile(regex.toString());
    }

    /** The address of a repository's page. */
    public String page(String repository) {
        return web + "/" + repository;
    }

    /**
     * The credential for the forge, as the file has it now.
     *
     * @throws ForgesException when the file is invalid
     */
    Credential credential() {
        String text = secret.read();
        try {
            return appId.<Credential>map(id -> Credential.GitHubApp.of(id, text))
                    .orElseGet(() -> new Credential.Token(text));
        } catch (IllegalArgumentException e) {
            throw new ForgesException("the file " + secret + " is invalid: " + e.getMessage());
        }
    }
}
