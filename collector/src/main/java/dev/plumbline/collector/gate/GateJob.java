package dev.plumbline.collector.gate;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.collector.access.ServerAccess;
import dev.plumbline.collector.ci.CiBuild;
import dev.plumbline.collector.ci.CiProviders;
import dev.plumbline.collector.client.Answer;
import dev.plumbline.collector.client.Backoff;
import dev.plumbline.collector.client.RefusedException;
import dev.plumbline.collector.client.UnreachableException;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.git.GitRepository;
import dev.plumbline.collector.json.JsonText;
import dev.plumbline.collector.provenance.Provenance;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.verdict.ReportWait;
import dev.plumbline.collector.verdict.ServerReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits for the server's decision about a commit, prints it in one paragraph and exits accordingly. */
final class GateJob {

    private final ServerAccess access;
    private final Surroundings surroundings;
    private final Console console;

    GateJob(ServerAccess access, Surroundings surroundings, Console console) {
        this.access = access;
        this.surroundings = surroundings;
        this.console = console;
    }

    /** Waits and returns the exit code. */
    int run(String given, int pullRequest, Duration limit, boolean strict, boolean failOnMissing, boolean json) {
        CiBuild build = CiProviders.recognise(surroundings.environment());
        String commit = Provenance.commit(given, build, new GitRepository(surroundings.folder()));
        int number = pullRequest > 0 ? pullRequest : build.pullRequest();
        console.note(
                "waiting for the verdict on " + shortened(commit) + (number > 0 ? " in pull request " + number : ""));
        try {
            Answer<ServerReport> answer = new ReportWait(
                            access.open(surroundings, console), surroundings.timing(), limit)
                    .report(commit, number, Backoff.lasting(access.retryFor()));
            ServerReport report = answer.value();
            boolean lacks = failOnMissing && report.lacksSomething();
            boolean open = !lacks && (report.success() || (!report.failure() && !strict));
            console.result(json ? JsonText.write(answer.json()) : paragraph(commit, report, strict, lacks));
            return open ? ExitCode.DONE : ExitCode.VERDICT;
        } catch (RefusedException refused) {
            console.error("the server refused to report on this commit (" + refused.getMessage() + ")");
            return ExitCode.USAGE;
        } catch (UnreachableException unreachable) {
            console.error("no verdict, so the gate doesn't pass: " + unreachable.getMessage());
            return ExitCode.UNREACHABLE;
        }
    }

    private String paragraph(String commit, ServerReport report, boolean strict, boolean lacks) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                report.success()
                        ? "Success."
                        : report.failure()
                                ? "Failure."
                                : strict ? "Neutral, which --strict treats as a failure." : "Neutral.");
        String sentence = Printable.line(report.sentence()).replace("**", "");
        if (!sentence.isEmpty()) {
            sentences.add(sentence.endsWith(".") ? sentence : sentence + ".");
        }
        report.reasons().forEach(reason -> {
            String line = Printable.line(reason);
            sentences.add(line.endsWith(".") ? line : line + ".");
        });
        if (lacks) {
            sentences.add("--fail-on missing treats what has no number as a failure.");
        }
        sentences.add("Commit " + shortened(commit) + " of project " + access.project() + link(report.url()) + ".");
        int width =
                surroundings.terminal().interactive() ? surroundings.terminal().width() : Integer.MAX_VALUE;
        return String.join("\n", Printable.wrapped(String.join(" ", sentences), width));
    }

    private String link(String page) {
        return page.isEmpty() ? "" : ": " + access.server().page(page);
    }

    private static String shortened(String commit) {
        return commit.substring(0, Math.min(10, commit.length()));
    }
}
