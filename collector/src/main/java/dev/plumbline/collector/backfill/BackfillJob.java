package dev.plumbline.collector.backfill;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.collector.build.CommitBuild;
import dev.plumbline.collector.client.Payload;
import dev.plumbline.collector.client.RefusedException;
import dev.plumbline.collector.client.UnreachableException;
import dev.plumbline.collector.client.UploadOutcome;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.duet.TimeSpan;
import dev.plumbline.collector.git.GitRepository;
import dev.plumbline.collector.git.LoggedCommit;
import dev.plumbline.collector.git.Worktree;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.upload.MetadataField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds and measures earlier commits, each beside the reference, and uploads each as soon as it is measured. */
final class BackfillJob {

    /** So many commits of the log are sent, which the server places a run by. */
    private static final int LOG = 200;

    private final BackfillRequest request;
    private final BackfillServer server;
    private final Surroundings surroundings;
    private final Console console;
    private final Interruption interruption;
    private final GitRepository repository;
    private int stored;
    private int failed;

    BackfillJob(
            BackfillRequest request,
            BackfillServer server,
            Surroundings surroundings,
            Console console,
            Interruption interruption) {
        this.request = request;
        this.server = server;
        this.surroundings = surroundings;
        this.console = console;
        this.interruption = interruption;
        this.repository = new GitRepository(surroundings.folder());
    }

    /** Lists or measures what is missing, and returns the exit code. */
    int run(boolean dryRun) {
        try {
            List<LoggedCommit> missing = missing();
            if (missing.isEmpty()) {
                console.result("nothing is missing");
                return ExitCode.DONE;
            }
            return dryRun ? show(missing) : measure(missing);
        } catch (RefusedException refused) {
            console.error(String.valueOf(refused.getMessage()));
            return ExitCode.USAGE;
        } catch (UnreachableException unreachable) {
            console.error(unreachable.getMessage() + "; " + stored + " commits are there: start the command again to"
                    + " measure the others");
            return ExitCode.UNREACHABLE;
        }
    }

    /** The commits to measure, in the order in which they are. */
    private List<LoggedCommit> missing() {
        String from = request.from();
        String to = request.to();
        if (request.regression() > 0) {
            BackfillServer.Range range = server.range(request.regression());
            if (!range.environment().equals(request.environment())) {
                console.warning("the regression is of the environment '" + Printable.line(range.environment())
                        + "': runs of '" + request.environment() + "' don't narrow its range; give --environment");
            }
            from = range.previousCommit();
            to = range.commit();
        }
        List<LoggedCommit> between = repository.between(resolve(from), resolve(to));
        if (between.isEmpty()) {
            throw new UsageException("there are no commits after " + from + " up to " + to
                    + ": the first must be an ancestor of the last");
        }
        List<LoggedCommit> chosen = request.regression() > 0
                ? CommitOrdering.halving(between.subList(0, between.size() - 1))
                : CommitOrdering.every(between, request.every());
        List<LoggedCommit> missing = new ArrayList<>();
        for (LoggedCommit commit : chosen) {
            if (missing.size() < request.most() && !server.has(commit.sha(), request.environment())) {
                missing.add(commit);
            }
        }
        console.note(between.size() + (between.size() == 1 ? " commit, " : " commits, ") + chosen.size()
                + " of them chosen, " + missing.size() + " to measure");
        return missing;
    }

    private int show(List<LoggedCommit> missing) {
        missing.forEach(commit -> console.result(Printable.line(CommitBuild.described(commit))));
        return withCheckouts((reference, commit) -> {
            Instant start = now();
            if (!builds(reference, request.reference())) {
                return end(ExitCode.MEASUREMENT);
            }
            Duration build = Duration.between(start, now());
            start = now();
            if (launcher(reference).launch().isEmpty()) {
                console.error("the reference can't be measured; see " + reference.log());
                return end(ExitCode.MEASUREMENT);
            }
            Duration launch = Duration.between(start, now());
            Duration each = build.plus(launch.multipliedBy(2L * launches()));
            console.note("a build and a launch of the reference took " + TimeSpan.clock(build) + " and "
                    + TimeSpan.clock(launch) + " min, so that this takes about "
                    + TimeSpan.clock(each.multipliedBy(missing.size()).plus(build))
                    + " min; nothing was measured");
            return end(ExitCode.DONE);
        });
    }

    private int launches() {
        return request.pairs() + (warmsUp() ? 1 : 0);
    }

    private boolean warmsUp() {
        return request.launched() instanceof Measured.Plain;
    }

    private int measure(List<LoggedCommit> missing) {
        return withCheckouts((reference, commit) -> {
            if (!builds(reference, request.reference())) {
                return end(ExitCode.MEASUREMENT);
            }
            Path level = request.output()
                    .resolve("backfill-" + CommitBuild.shortened(resolve(request.reference())) + ".json");
            ReferenceDuet duet = new ReferenceDuet(
                    launcher(reference), launcher(commit), request.pairs(), warmsUp(), level, interruption);
            List<LoggedCommit> left = new ArrayList<>(missing);
            while (!left.isEmpty()) {
                int code = one(left.remove(0), commit, duet, left);
                if (interruption.requested()) {
                    console.note("interrupted; " + stored + " commits are stored: start the command again to measure"
                            + " the others");
                    return ExitCode.INTERRUPTED;
                }
                if (code != ExitCode.DONE) {
                    return code;
                }
            }
            console.result(stored + (stored == 1 ? " commit is" : " commits are") + " stored"
                    + (failed == 0 ? "" : ", " + failed + " couldn't be built or measured; see " + commit.log()));
            return stored == 0 ? ExitCode.MEASUREMENT : ExitCode.DONE;
        });
    }

    /** Measures a commit and sends its run. */
    private int one(LoggedCommit next, CommitBuild build, ReferenceDuet duet, List<LoggedCommit> left) {
        String described = Printable.line(CommitBuild.described(next));
        build.checkout(next.sha());
        Path document = request.output().resolve("backfill.json");
        Optional<Double> drift = build.build() ? duet.run(document) : Optional.empty();
        if (interruption.requested()) {
            return ExitCode.INTERRUPTED;
        }
        if (drift.isEmpty()) {
            failed++;
            console.note(described + ": can't be built or measured, skipped");
            return ExitCode.DONE;
        }
        UploadOutcome outcome = server.deliver(new Payload(document, "backfill.json", metadata(next)));
        if (outcome instanceof UploadOutcome.Refused refused) {
            console.error(described + ": " + refused.problem().sentence());
            return ExitCode.USAGE;
        }
        if (outcome instanceof UploadOutcome.Unreachable unreachable) {
            console.error(unreachable.reason() + "; " + stored + " commits are stored: start the command again to"
                    + " measure the others");
            return ExitCode.UNREACHABLE;
        }
        stored++;
        console.note("%s: stored; the machine was at %.1f %% of the reference's first time, which is taken out"
                .formatted(described, drift.get() * 100));
        if (request.regression() > 0 && outcome instanceof UploadOutcome.Accepted accepted) {
            narrow(accepted.run().id(), left);
        }
        return ExitCode.DONE;
    }

    /** Leaves only the commits that are still between the two of the regression. */
    private void narrow(long run, List<LoggedCommit> left) {
        if (left.isEmpty() || !server.judged(run)) {
            return;
        }
        BackfillServer.Range range = server.range(request.regression());
        List<String> within = repository.between(range.previousCommit(), range.commit()).stream()
                .map(LoggedCommit::sha)
                .toList();
        left.removeIf(commit -> !within.contains(commit.sha()) || commit.sha().equals(range.commit()));
        console.note("the regression is between " + CommitBuild.shortened(range.previousCommit()) + " and "
                + CommitBuild.shortened(range.commit()) + "; " + left.size()
                + (left.size() == 1 ? " commit" : " commits") + " between them left to measure");
    }

    private String metadata(LoggedCommit commit) {
        String name = "backfill/" + commit.sha();
        return MetadataField.ofHistory(
                request.branch(),
                repository.firstParentLog(commit.sha(), LOG).commits(),
                request.environment(),
                name + "/" + request.environment(),
                name,
                Optional.of(surroundings.machine().get()),
                ResultFormat.PLUMBLINE_JSON,
                "",
                false);
    }

    private boolean builds(CommitBuild build, String reference) {
        build.checkout(resolve(reference));
        if (build.build()) {
            return true;
        }
        console.error("the reference " + reference + " doesn't build; see " + build.log());
        return false;
    }

    private SideLauncher launcher(CommitBuild build) {
        return new SideLauncher(build, request.launched(), interruption, surroundings.variable("CARGO_TARGET_DIR"));
    }

    private int end(int code) {
        return interruption.requested() ? ExitCode.INTERRUPTED : code;
    }

    private Instant now() {
        return surroundings.timing().clock().instant();
    }

    private String resolve(String name) {
        return repository
                .resolve(name)
                .orElseThrow(() -> new UsageException("'" + name + "' isn't a commit in this repository"));
    }

    /** What is done with the checkouts of the reference and of the commits. */
    @FunctionalInterface
    private interface Work {
        int with(CommitBuild reference, CommitBuild commit);
    }

    /** Does it, and leaves no checkout behind. */
    private int withCheckouts(Work work) {
        String reference = resolve(request.reference());
        try {
            Files.createDirectories(request.output());
            Path log = request.output().resolve("backfill.log");
            Path temporary = Files.createTempDirectory("plumbline-backfill");
            try (Worktree first = Worktree.add(surroundings.folder(), temporary.resolve("reference"), reference);
                    Worktree second = Worktree.add(surroundings.folder(), temporary.resolve("commit"), reference)) {
                return work.with(
                        new CommitBuild(first, interruption, request.build(), log),
                        new CommitBuild(second, interruption, request.build(), log));
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException unwritable) {
            throw new UsageException("can't create a folder to build in: " + unwritable.getMessage());
        }
    }
}
