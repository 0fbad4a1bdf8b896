package dev.plumbline.collector.comment;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.collector.access.ServerAccess;
import dev.plumbline.collector.ci.CiBuild;
import dev.plumbline.collector.ci.CiForge;
import dev.plumbline.collector.ci.CiProviders;
import dev.plumbline.collector.client.Backoff;
import dev.plumbline.collector.client.PlumblineServer;
import dev.plumbline.collector.client.RefusedException;
import dev.plumbline.collector.client.UnreachableException;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.git.GitRepository;
import dev.plumbline.collector.provenance.Provenance;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.verdict.ReportWait;
import dev.plumbline.collector.verdict.ServerReport;
import dev.plumbline.forge.repository.ForgeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/** Waits for the verdict on a commit and writes it into the pull request's comment. */
final class CommentJob {

    private final ServerAccess access;
    private final CommentRequest request;
    private final Surroundings surroundings;
    private final Console console;

    CommentJob(ServerAccess access, CommentRequest request, Surroundings surroundings, Console console) {
        this.access = access;
        this.request = request;
        this.surroundings = surroundings;
        this.console = console;
    }

    /**
     * Posts the comment and returns the exit code.
     *
     * @throws UsageException when an option is missing or can't be used
     */
    int run() {
        CiBuild build = CiProviders.recognise(surroundings.environment());
        int number = request.pullRequest() > 0 ? request.pullRequest() : build.pullRequest();
        if (number == 0 && request.markdown() == null) {
            return noPullRequest(build);
        }
        String commit = Provenance.commit(request.commit(), build, new GitRepository(surroundings.folder()));
        Optional<CommentPost> comment = comment();
        PlumblineServer server = access.open(surroundings, console);
        try {
            Backoff backoff = Backoff.lasting(access.retryFor());
            console.note("waiting for the verdict on " + commit.substring(0, Math.min(10, commit.length())));
            ServerReport report = new ReportWait(server, surroundings.timing(), request.waitFor())
                    .report(commit, number, backoff)
                    .value();
            int limit = comment.map(CommentPost::longestBody).orElse(0);
            String markdown = server.reportMarkdown(commit, number, limit, backoff);
            if (request.markdown() != null) {
                return write(request.markdown(), markdown);
            }
            return comment.isPresent()
                    ? post(comment.get(), number, report, markdown)
                    : annotate("the job has no token for the forge (GITHUB_TOKEN)", report, markdown);
        } catch (RefusedException refused) {
            console.error("the server refused to report on this commit (" + refused.getMessage() + ")");
            return ExitCode.USAGE;
        } catch (UnreachableException unreachable) {
            console.error(String.valueOf(unreachable.getMessage()));
            return ExitCode.UNREACHABLE;
        }
    }

    /** Where it is posted; empty when it is to be written to a file, or a job that can annotate has no token. */
    private Optional<CommentPost> comment() {
        if (request.markdown() != null) {
            return Optional.empty();
        }
        CiForge forge = request.forge()
                .orElseThrow(() -> new UsageException("no forge was recognised; set --forge, --forge-api,"
                        + " --repository and PLUMBLINE_FORGE_TOKEN, or --markdown"));
        return forge.token().isEmpty() && forge.annotates()
                ? Optional.empty()
                : Optional.of(new CommentPost(access.project(), forge, surroundings.timing(), console));
    }

    private int noPullRequest(CiBuild build) {
        if (!build.known()) {
            throw new UsageException("missing: --pull-request (or PLUMBLINE_PULL_REQUEST)");
        }
        console.warning(
                "this build doesn't name a pull request, so there is nothing to comment on; if there is one, set"
                        + " --pull-request (or PLUMBLINE_PULL_REQUEST)");
        return ExitCode.DONE;
    }

    private int write(String file, String markdown) {
        if (file.equals("-")) {
            console.result(markdown.stripTrailing());
            return ExitCode.DONE;
        }
        try {
            Files.writeString(surroundings.folder().resolve(file), markdown, StandardCharsets.UTF_8);
            return ExitCode.DONE;
        } catch (IOException failed) {
            throw new UsageException("can't write the Markdown to " + file + ": " + failed);
        }
    }

    private int post(CommentPost comment, int number, ServerReport report, String markdown) {
        try {
            console.note(comment.put(number, markdown, report.rank(), request.quiet() && !report.changed()));
            return ExitCode.DONE;
        } catch (ForgeException refused) {
            String reason = Printable.line(String.valueOf(refused.getMessage()));
            boolean annotates = request.forge().map(CiForge::annotates).orElse(false);
            if (refused.kind() == ForgeException.Kind.FORBIDDEN && annotates) {
                return annotate("the job's token isn't allowed to comment (" + reason + ")", report, markdown);
            }
            console.error("no comment: " + reason);
            return refused.retryable() ? ExitCode.UNREACHABLE : ExitCode.USAGE;
        }
    }

    private int annotate(String reason, ServerReport report, String markdown) {
        console.warning(reason + ", as in pull requests from forks: the verdict is in the job summary and an"
                + " annotation instead");
        new JobSummary(surroundings, console).write(report, markdown);
        return ExitCode.DONE;
    }
}
