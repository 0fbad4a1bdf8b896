package dev.plumbline.collector.history;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.collector.client.Backoff;
import dev.plumbline.collector.client.Payload;
import dev.plumbline.collector.client.PlumblineServer;
import dev.plumbline.collector.client.UploadOutcome;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.git.LoggedCommit;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.upload.MetadataField;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Uploads a history run by run, oldest first, each with its commit and the one before it, so that the server places it. The
 * server holds the runs until the last one is there, and judges each once.
 */
final class ImportJob {

    private static final int PROGRESS = 50;

    /** Digits of a commit's hash that are shown. */
    private static final int SHOWN = 10;

    /** The environment of runs whose history names none. */
    private static final String UNNAMED = "imported";

    private final Optional<String> environment;
    private final String branch;
    private final Console console;

    /**
     * An import.
     *
     * @param environment the environment that all runs are of; empty: that which the history names, {@value #UNNAMED} if it names none
     * @param branch the branch of runs that name none
     */
    ImportJob(Optional<String> environment, String branch, Console console) {
        this.environment = environment;
        this.branch = branch;
        this.console = console;
    }

    /**
     * A run as it will be sent.
     *
     * @param environment the environment that it is of
     * @param commits its commit, and the one before it on its branch unless it is the first
     * @param name what tells it from the other runs of its commit
     * @param key what tells it from all other uploads
     */
    private record Planned(
            HistoricRun run, String branch, String environment, List<LoggedCommit> commits, String name, String key) {}

    /** Says what would come, and returns the exit code. */
    int show(History history) {
        summary(history);
        List<Planned> planned = planned(history);
        for (int i = 0; i < planned.size(); i++) {
            if (i < 3 || i >= planned.size() - 3) {
                console.result(line(planned.get(i)));
            } else if (i == 3) {
                console.result("… " + (planned.size() - 6) + " more");
            }
        }
        console.note("nothing was sent; leave out --dry-run to send it");
        return ExitCode.DONE;
    }

    /** Sends a history, and returns the exit code. */
    int run(History history, PlumblineServer server, Duration patience) {
        summary(history);
        List<Planned> planned = planned(history);
        int sent = 0;
        int known = 0;
        int refused = 0;
        try {
            Path document = Files.createTempFile("plumbline-import", ".json");
            try {
                for (int i = 0; i < planned.size(); i++) {
                    Planned next = planned.get(i);
                    Files.write(document, next.run().document().content());
                    UploadOutcome outcome = server.deliver(
                            new Payload(document, "import.json", metadata(next, i < planned.size() - 1)),
                            Backoff.lasting(patience));
                    if (outcome instanceof UploadOutcome.Accepted accepted) {
                        known += accepted.run().duplicate() ? 1 : 0;
                        sent += accepted.run().duplicate() ? 0 : 1;
                    } else if (outcome instanceof UploadOutcome.Refused refusal) {
                        console.error(line(next) + ": " + refusal.problem().sentence());
                        if (!refusal.becauseOfContent()) {
                            return ExitCode.USAGE;
                        }
                        refused++;
                    } else if (outcome instanceof UploadOutcome.Unreachable unreachable) {
                        console.error(unreachable.reason() + "; " + (sent + known) + " of " + planned.size()
                                + " runs are there: start the import again to send the others");
                        return ExitCode.UNREACHABLE;
                    }
                    if ((i + 1) % PROGRESS == 0 && i + 1 < planned.size()) {
                        console.note(i + 1 + " of " + planned.size() + " runs");
                    }
                }
            } finally {
                Files.deleteIfExists(document);
            }
        } catch (IOException failed) {
            throw new UsageException("can't write a temporary file: " + failed.getMessage());
        }
        console.result(sent
                + (sent == 1 ? " run is stored" : " runs are stored")
                + (known == 0 ? "" : ", " + known + " were there before")
                + (refused == 0 ? "" : ", " + refused + " were refused")
                + (sent == 0 ? "" : "; they are judged now"));
        return refused == 0 ? ExitCode.DONE : ExitCode.USAGE;
    }

    private String metadata(Planned run, boolean hold) {
        return MetadataField.ofHistory(
                run.branch(),
                run.commits(),
                run.environment(),
                run.key(),
                run.name(),
                Optional.empty(),
                run.run().document().format(),
                run.run().measuredAt().map(Object::toString).orElse(""),
                hold);
    }

    private void summary(History history) {
        Set<String> commits = new LinkedHashSet<>();
        Set<String> environments = new TreeSet<>();
        int most = 0;
        for (HistoricRun run : history.runs()) {
            commits.add(run.commit().id());
            environments.add(environment(run));
            most = Math.max(most, run.benchmarks());
        }
        console.note(Printable.line(history.kind() + ": " + history.runs().size() + " runs of " + commits.size()
                + " commits, up to " + most + " benchmarks a run, "
                + (environments.size() == 1 ? "environment " : environments.size() + " environments: ")
                + String.join(", ", environments)));
        history.remarks().forEach(console::warning);
        long unnamed = commits.stream().filter(commit -> !CommitId.isOne(commit)).count();
        if (unnamed > 0) {
            console.warning(unnamed + " of the commits aren't hashes of git; each gets one that is made of its name,"
                    + " which becomes its subject");
        }
    }

    private String environment(HistoricRun run) {
        return environment.orElse(run.environment().isEmpty() ? UNNAMED : run.environment());
    }

    private List<Planned> planned(History history) {
        long environments =
                history.runs().stream().map(HistoricRun::environment).distinct().count();
        if (environment.isPresent() && environments > 1) {
            throw new UsageException("the history is of " + environments
                    + " environments, which aren't comparable; leave --environment out to keep them apart");
        }
        Map<String, LoggedCommit> last = new HashMap<>();
        Map<String, List<LoggedCommit>> chains = new HashMap<>();
        Map<String, Integer> again = new HashMap<>();
        List<Planned> planned = new ArrayList<>();
        for (HistoricRun run : history.runs()) {
            String of = run.commit().branch().isEmpty() ? branch : run.commit().branch();
            String sha = CommitId.of(run.commit().id());
            List<LoggedCommit> chain = chains.get(of + '\n' + sha);
            if (chain == null) {
                chain = chain(run.commit(), sha, last.get(of));
                chains.put(of + '\n' + sha, chain);
                last.put(of, chain.get(0));
            }
            int count = again.merge(String.join("\n", of, sha, run.environment(), run.part()), 1, Integer::sum);
            String name = "import/" + sha + "/" + count;
            planned.add(new Planned(run, of, environment(run), chain, name, name + "/" + part(run)));
        }
        return planned;
    }

    private static List<LoggedCommit> chain(
            HistoricCommit commit, String sha, @Nullable LoggedCommit before) {
        boolean named = CommitId.isOne(commit.id());
        LoggedCommit own = new LoggedCommit(
                sha,
                before == null ? "" : before.sha(),
                commit.committedAt(),
                commit.author(),
                named || !commit.subject().isEmpty() ? commit.subject() : commit.id());
        return before == null ? List.of(own) : List.of(own, before);
    }

    private static String part(HistoricRun run) {
        String what = run.environment().isEmpty() ? run.part() : run.part() + '\n' + run.environment();
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String line(Planned planned) {
        HistoricRun run = planned.run();
        String sha = planned.commits().get(0).sha();
        return sha.substring(0, Math.min(SHOWN, sha.length())) + "  "
                + run.measuredAt().map(Object::toString).orElse(run.commit().committedAt()) + "  " + planned.branch() + "  "
                + run.benchmarks() + " benchmarks  "
                + Printable.line(planned.commits().get(0).subject());
    }
}
