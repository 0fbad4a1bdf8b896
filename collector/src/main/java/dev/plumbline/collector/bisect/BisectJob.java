package dev.plumbline.collector.bisect;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.collector.build.CommitBuild;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.compare.JudgedSeries;
import dev.plumbline.collector.duet.DuetSide;
import dev.plumbline.collector.duet.JavaCommand;
import dev.plumbline.collector.git.GitRepository;
import dev.plumbline.collector.git.LoggedCommit;
import dev.plumbline.collector.git.Worktree;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Searches the commit that made something slower. */
final class BisectJob {

    private final BisectRequest request;
    private final Surroundings surroundings;
    private final Console console;
    private final Interruption interruption;
    private final BisectSteps steps;

    BisectJob(BisectRequest request, Surroundings surroundings, Console console, Interruption interruption) {
        this.request = request;
        this.surroundings = surroundings;
        this.console = console;
        this.interruption = interruption;
        this.steps = new BisectSteps(request, surroundings, console, interruption);
    }

    /** Searches, says what was found and returns the exit code. */
    int run() {
        GitRepository repository = new GitRepository(surroundings.folder());
        String good = resolve(repository, request.good());
        List<LoggedCommit> commits = repository.between(good, resolve(repository, request.bad()));
        if (commits.isEmpty()) {
            throw new UsageException("there are no commits after " + request.good() + " up to " + request.bad()
                    + ": --good must be an ancestor of --bad");
        }
        try {
            Files.createDirectories(request.output());
            Path temporary = Files.createTempDirectory("plumbline-bisect");
            try (Worktree worktree = Worktree.add(surroundings.folder(), temporary.resolve("checkout"), good)) {
                BisectBuilds builds = new BisectBuilds(
                        new CommitBuild(
                                worktree,
                                interruption,
                                request.build(),
                                request.output().resolve("bisect.log")),
                        request.jar(),
                        Files.createDirectories(temporary.resolve("jars")),
                        JavaCommand.find(surroundings));
                return search(good, commits, builds);
            }
        } catch (IOException failed) {
            throw new UsageException("can't create a folder to build in: " + failed.getMessage());
        }
    }

    private int search(String good, List<LoggedCommit> commits, BisectBuilds builds) {
        LoggedCommit bad = commits.get(commits.size() - 1);
        console.note(commits.size() + (commits.size() == 1 ? " commit" : " commits") + " after "
                + CommitBuild.shortened(good) + " up to " + CommitBuild.shortened(bad.sha()));
        Optional<DuetSide> first = builds.of(good);
        Optional<DuetSide> last = builds.of(bad.sha());
        if (first.isEmpty() || last.isEmpty()) {
            console.error(CommitBuild.shortened(first.isEmpty() ? good : bad.sha()) + " doesn't build: see "
                    + request.output().resolve("bisect.log"));
            return interruption.requested() ? ExitCode.INTERRUPTED : ExitCode.MEASUREMENT;
        }
        Map<String, JudgedSeries> whole = steps.compare(first.get(), last.get(), Set.of());
        Set<String> slower = BisectSteps.regressed(whole, Set.of());
        if (interruption.requested()) {
            return ExitCode.INTERRUPTED;
        }
        if (slower.isEmpty()) {
            console.result(
                    whole.isEmpty()
                            ? "Nothing could be measured; see "
                                    + request.output().resolve("bisect.log") + "."
                            : "Between " + CommitBuild.shortened(good) + " and " + CommitBuild.shortened(bad.sha())
                                    + " nothing got slower on this machine, so there is no commit to search for.");
            return whole.isEmpty() ? ExitCode.MEASUREMENT : ExitCode.VERDICT;
        }
        console.note(slower.size() + " slower: " + changes(whole, slower));
        SearchRange range = new SearchRange(commits.size());
        String stopped = narrow(range, commits, builds, first.get(), last.get(), whole, slower);
        return conclude(range, commits, whole, slower, stopped);
    }

    /** Halves the range until it can't be halved; returns why not, empty when one commit is left. */
    private String narrow(
            SearchRange range,
            List<LoggedCommit> commits,
            BisectBuilds builds,
            DuetSide good,
            DuetSide bad,
            Map<String, JudgedSeries> whole,
            Set<String> slower) {
        Set<String> benchmarks = slower.stream()
                .map(name -> whole.get(name))
                .filter(series -> series != null)
                .map(series -> series.benchmark().name())
                .collect(Collectors.toSet());
        String skipped = "";
        for (OptionalInt next = range.next(); next.isPresent(); next = range.next()) {
            if (interruption.requested()) {
                return "interrupted";
            }
            LoggedCommit commit = commits.get(next.getAsInt());
            String described = Printable.line(CommitBuild.described(commit));
            Optional<DuetSide> middle = builds.of(commit.sha());
            if (middle.isEmpty()) {
                console.note(described + ": doesn't build, skipped");
                skipped = "the commits between them don't build";
                range.skip(next.getAsInt());
                continue;
            }
            Map<String, JudgedSeries> since = steps.compare(good, middle.get(), benchmarks);
            boolean slow = !BisectSteps.regressed(since, slower).isEmpty();
            boolean fine = BisectSteps.fine(since, slower);
            if (!slow && !fine && !interruption.requested()) {
                // The comparison with the good commit is inconclusive; one with the bad commit may not be.
                Map<String, JudgedSeries> until = steps.compare(middle.get(), bad, benchmarks);
                fine = !BisectSteps.regressed(until, slower).isEmpty();
                slow = !fine && BisectSteps.fine(until, slower);
            }
            if (!slow && !fine) {
                console.note(described + ": inconclusive");
                return "the pairs of " + CommitBuild.shortened(commit.sha())
                        + " were inconclusive against both sides; try a larger --max-pairs or --budget";
            }
            console.note(described + (slow ? ": slower" : ": as fast as the good commit"));
            if (slow) {
                range.bad(next.getAsInt());
            } else {
                range.good(next.getAsInt());
            }
        }
        return range.suspects().size() == 1 ? "" : skipped;
    }

    private int conclude(
            SearchRange range,
            List<LoggedCommit> commits,
            Map<String, JudgedSeries> whole,
            Set<String> slower,
            String stopped) {
        List<Integer> suspects = range.suspects();
        StringBuilder text = new StringBuilder();
        if (suspects.size() == 1) {
            LoggedCommit culprit = commits.get(suspects.get(0));
            text.append("Found: ")
                    .append(culprit.sha())
                    .append("\n  ")
                    .append(Printable.line(culprit.subject()))
                    .append("\n  ")
                    .append(Printable.line(culprit.author()))
                    .append(", ")
                    .append(culprit.committedAt());
        } else {
            text.append("One of ")
                    .append(suspects.size())
                    .append(" commits: ")
                    .append(stopped)
                    .append('.');
            suspects.forEach(suspect ->
                    text.append("\n  ").append(Printable.line(CommitBuild.described(commits.get(suspect)))));
        }
        text.append("\nSlower between good and bad: ").append(changes(whole, slower));
        console.result(text.toString());
        return interruption.requested()
                ? ExitCode.INTERRUPTED
                : suspects.size() == 1 ? ExitCode.DONE : ExitCode.VERDICT;
    }

    private static String changes(Map<String, JudgedSeries> found, Set<String> names) {
        return found.entrySet().stream()
                .filter(entry -> names.contains(entry.getKey()))
                .map(entry -> Printable.line(entry.getKey())
                        + String.format(
                                Locale.ROOT,
                                " %+.1f %%",
                                100 * (entry.getValue().verdict().effect().ratio() - 1)))
                .collect(Collectors.joining(", "));
    }

    private static String resolve(GitRepository repository, String name) {
        return repository
                .resolve(name)
                .orElseThrow(() -> new UsageException("'" + name + "' isn't a commit in this repository"));
    }
}
