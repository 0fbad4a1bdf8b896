package dev.plumbline.collector.comment;

import dev.plumbline.collector.access.ServerAccess;
import dev.plumbline.collector.access.ServerOptions;
import dev.plumbline.collector.ci.CiForge;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.command.Version;
import dev.plumbline.collector.provenance.CommitOptions;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.forge.ForgeKind;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline comment}: its options, checked and made into a {@link CommentRequest}. */
@Command(
        name = "comment",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "plumbline comment [OPTIONS]",
        description = {
            "Waits for the verdict on a pull request and posts it there as one comment, using the CI job's own token.",
            "",
            "On GitHub, Gitea and Forgejo that is GITHUB_TOKEN, which has to be passed to the job. On GitLab it is"
                    + " GITLAB_TOKEN, an access token with the api scope: CI_JOB_TOKEN can't write notes. Where the"
                    + " token is read-only, as in a pull request from a fork on GitHub, the verdict goes into a"
                    + " workflow annotation and the job summary."
        },
        footer = {
            "",
            "Exit codes:",
            "  0  the comment or the annotation is posted, or this isn't a build of a pull request",
            "  2  an option or the project is wrong, or the forge refuses",
            "  3  the server or the forge can't be reached, or there is no verdict in time"
        })
public final class CommentCommand implements Callable<Integer> {

    private static final int DEFAULT_WAIT_SECONDS = 300;

    private final Surroundings surroundings;

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private CommitOptions commitOptions = new CommitOptions();

    @Option(names = "--wait", paramLabel = "SECONDS", description = "How long to wait for the verdict. Default: 300.")
    private int wait = DEFAULT_WAIT_SECONDS;

    @Option(names = "--quiet", description = "Post nothing if nothing got slower or faster.")
    private boolean quiet;

    @Option(
            names = "--markdown",
            paramLabel = "FILE",
            description = "Write the comment's Markdown to this file (- for standard output) and post nothing.")
    private @Nullable String markdown;

    @Option(
            names = "--forge",
            paramLabel = "KIND",
            completionCandidates = ForgeNames.class,
            description = "One of: ${COMPLETION-CANDIDATES}. Default: from CI.")
    private String forge = "";

    /** The names of all forges. */
    static final class ForgeNames implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return ForgeKind.allNames().iterator();
        }
    }

    @Option(
            names = "--forge-api",
            paramLabel = "URL",
            description = "The address of the forge's API. Default: from CI.")
    private String forgeApi = "";

    @Option(
            names = "--repository",
            paramLabel = "NAME",
            description = "The repository with the pull request, OWNER/NAME. Default: from CI.")
    private String repository = "";

    @Option(
            names = "--forge-token",
            paramLabel = "TOKEN",
            description =
                    "The token for posting the comment. On a shared machine, others can see it in the process list;"
                            + " set PLUMBLINE_FORGE_TOKEN instead.")
    private String forgeToken = "";

    public CommentCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = surroundings.console();
        ServerAccess access = serverOptions.readAccess(surroundings);
        return new CommentJob(access, request(), surroundings, hiding(console, access)).run();
    }

    private CommentRequest request() {
        return new CommentRequest(
                commitOptions.commit(),
                commitOptions.pullRequest(),
                Duration.ofSeconds(UsageException.atLeastZero("--wait", wait)),
                quiet || surroundings.isOn("PLUMBLINE_QUIET"),
                markdown,
                target());
    }

    /** What the job's variables say, overridden by what was given. */
    private Optional<CiForge> target() {
        Optional<CiForge> known = CiForge.recognise(surroundings.environment());
        if (forge.isBlank() && known.isEmpty()) {
            return Optional.empty();
        }
        ForgeKind kind = forge.isBlank() ? known.orElseThrow().kind() : kind(forge.strip());
        Optional<CiForge> same = known.filter(found -> found.kind() == kind);
        return Optional.of(new CiForge(
                kind,
                given(forgeApi, same.map(CiForge::api)),
                given(repository, same.map(CiForge::repository)),
                same.map(CiForge::page).orElse(""),
                given(forgeToken, same.map(CiForge::token)),
                known.map(CiForge::annotates).orElse(false)));
    }

    private static String given(String option, Optional<String> known) {
        return option.isBlank() ? known.orElse("") : option.strip();
    }

    private static ForgeKind kind(String name) {
        return ForgeKind.named(name)
                .orElseThrow(() -> new UsageException("unknown --forge '" + name + "'; use " + ForgeKind.names()));
    }

    private Console hiding(Console console, ServerAccess access) {
        String secret = target().map(CiForge::token).orElse("");
        return console.hiding(text -> access.token().blotOut(secret.isEmpty() ? text : text.replace(secret, "***")));
    }
}
