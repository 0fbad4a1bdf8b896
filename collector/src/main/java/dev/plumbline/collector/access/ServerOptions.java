package dev.plumbline.collector.access;

import dev.plumbline.collector.ci.ForkPullRequest;
import dev.plumbline.collector.client.AccessToken;
import dev.plumbline.collector.client.ServerAddress;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The server, the project and the token: the options that every command for a server has. */
public final class ServerOptions {

    @Option(names = "--server", paramLabel = "URL", description = "The server's address.")
    private String server = "";

    @Option(names = "--project", paramLabel = "NAME", description = "The project on the server.")
    private String project = "";

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description =
                    "The access token. On a shared machine, others can see it in the process list; set PLUMBLINE_TOKEN"
                            + " instead.")
    private String token = "";

    @Option(names = "--token-file", paramLabel = "FILE", description = "A file with the token.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--oidc",
            description =
                    "Authenticate with the ID token of the CI job: GitHub Actions with id-token: write, GitLab with"
                            + " PLUMBLINE_ID_TOKEN. Default for uploads without a token.")
    private boolean oidc;

    @Option(
            names = "--quarantine",
            description =
                    "Upload without a token; the run is judged but never trusted. Default for GitHub pull requests"
                            + " from forks without a token.")
    private boolean quarantine;

    @Option(
            names = "--retry-for",
            paramLabel = "SECONDS",
            description = "How long to retry when the server can't be reached or is busy. Default: 120.")
    private int retryFor = 120;

    /**
     * What the options and their variables give.
     *
     * @throws UsageException naming everything that is missing, or what is wrong
     */
    public ServerAccess access(Surroundings surroundings) {
        return access(surroundings, true);
    }

    /**
     * The same for a command that only reads: a public project is read without a token.
     *
     * @throws UsageException naming everything that is missing, or what is wrong
     */
    public ServerAccess readAccess(Surroundings surroundings) {
        return access(surroundings, false);
    }

    private ServerAccess access(Surroundings surroundings, boolean tokenNeeded) {
        boolean identity = oidc || surroundings.isOn("PLUMBLINE_OIDC");
        String secret = identity ? "" : TokenSource.find(token, tokenFile, surroundings);
        boolean offered = CiIdToken.isOffered(surroundings);
        boolean unsigned = quarantine
                || surroundings.isOn("PLUMBLINE_QUARANTINE")
                || (tokenNeeded && secret.isBlank() && !offered && ForkPullRequest.isIn(surroundings.environment()));
        requireAll(tokenNeeded && !identity && secret.isBlank() && !offered && !unsigned);
        Duration patience = Duration.ofSeconds(UsageException.atLeastZero("--retry-for", retryFor));
        try {
            ServerAddress address = ServerAddress.parse(server);
            if (identity && !offered) {
                throw new UsageException(
                        "this job has no ID token: give it 'permissions: id-token: write' on GitHub, or"
                                + " 'id_tokens: PLUMBLINE_ID_TOKEN: aud: " + address.base() + "' on GitLab");
            }
            AccessToken shown = unsigned
                    ? AccessToken.none()
                    : secret.isBlank()
                            ? CiIdToken.find(surroundings, address, patience, tokenNeeded || identity)
                            : AccessToken.of(secret);
            return new ServerAccess(address, project.strip(), shown, unsigned, patience);
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    private void requireAll(boolean tokenMissing) {
        List<String> missing = new ArrayList<>();
        if (server.isBlank()) {
            missing.add("--server (or PLUMBLINE_SERVER)");
        }
        if (project.isBlank()) {
            missing.add("--project (or PLUMBLINE_PROJECT)");
        }
        if (tokenMissing) {
            missing.add("a token (PLUMBLINE_TOKEN, PLUMBLINE_TOKEN_FILE or --token-file)");
        }
        if (!missing.isEmpty()) {
            throw new UsageException("missing: " + String.join(", ", missing));
        }
    }
}
