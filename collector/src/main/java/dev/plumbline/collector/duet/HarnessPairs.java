package dev.plumbline.collector.duet;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.pair.PairedJudge;
import dev.plumbline.collector.command.InputFile;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.compare.MeasuredRun;
import dev.plumbline.collector.compare.PairedComparison;
import dev.plumbline.collector.harness.Copy;
import dev.plumbline.collector.harness.HarnessCommand;
import dev.plumbline.collector.harness.Launches;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.jmh.Launch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pairs of a harness that is started as a whole: one launch of either version with all that its command measures. */
public final class HarnessPairs implements MeasuredPairs {

    private final HarnessCommand harness;
    private final DuetSide base;
    private final DuetSide head;
    private final PairedJudge judge;
    private final Interruption interruption;
    private final Place place;

    private final PairedResults ofBase = new PairedResults();
    private final PairedResults ofHead = new PairedResults();
    private boolean warm;

    /**
     * Where launches leave what.
     *
     * @param results the file for the results of a launch
     * @param log the file to which all that is printed is appended
     * @param cargoTarget cargo's target folder if it was set; empty: the usual one
     */
    public record Place(Path results, Path log, String cargoTarget) {}

    /** Pairs of two versions; none so far. */
    public HarnessPairs(
            HarnessCommand harness,
            DuetSide base,
            DuetSide head,
            PairedJudge judge,
            Interruption interruption,
            Place place) {
        this.harness = harness;
        this.base = base;
        this.head = head;
        this.judge = judge;
        this.interruption = interruption;
        this.place = place;
    }

    /** What is measured at a time: everything. */
    public String unit() {
        return String.join(" ", head.command());
    }

    @Override
    public boolean measure(String benchmark, boolean headFirst, DuetProgress progress) {
        if (!warm && harness == HarnessCommand.COMMAND) {
            // What neither has read from the disk yet would count as the first one's.
            launch(base, progress);
            launch(head, progress);
        }
        warm = true;
        List<BenchmarkResult> first = launch(headFirst ? head : base, progress);
        List<BenchmarkResult> second = first.isEmpty() ? first : launch(headFirst ? base : head, progress);
        if (second.isEmpty()) {
            return false;
        }
        List<BenchmarkResult> head = headFirst ? first : second;
        PairedResults.add(ofBase, named(headFirst ? second : first, head), ofHead, head);
        return true;
    }

    /** One benchmark a side is the same in two versions, even if each has the name of its own program. */
    private static List<BenchmarkResult> named(List<BenchmarkResult> results, List<BenchmarkResult> others) {
        if (results.size() != 1 || others.size() != 1) {
            return results;
        }
        BenchmarkResult result = results.get(0);
        BenchmarkId own = result.benchmark();
        BenchmarkId other = others.get(0).benchmark();
        return List.of(new BenchmarkResult(
                result.number(),
                new BenchmarkId(other.name(), own.params(), own.mode(), own.threads()),
                result.setup(),
                result.primary(),
                result.secondary(),
                result.notes()));
    }

    /** The results of one launch; none if it failed, which was told. */
    private List<BenchmarkResult> launch(DuetSide version, DuetProgress progress) {
        List<BenchmarkResult> results = new ArrayList<>();
        ByteArrayOutputStream tail = new ByteArrayOutputStream();
        Launches launches = new Launches(
                harness, version.folder(), place.cargoTarget(), new Launch(version.folder(), interruption));
        String complaint;
        try (OutputStream log =
                Files.newOutputStream(place.log(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            Launches.Launched launched = launches.run(
                    harness.invocation(version.command(), place.results().toString(), 2), new Copy(log, tail));
            complaint = launched.results()
                    .map(file -> read(version.folder().resolve(file), results))
                    .orElseGet(
                            () -> Optional.of(Complaint.of(tail.toString(StandardCharsets.UTF_8), launched.exitCode())))
                    .orElse("");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (results.isEmpty() && !interruption.requested()) {
            progress.failure(unit() + " failed in " + version.name() + ", the pair is left out: " + complaint);
        }
        return results;
    }

    /** Reads the results; returns why there are none. */
    private Optional<String> read(Path file, List<BenchmarkResult> results) {
        try {
            new InputFile(file, file.toString())
                    .read(stream -> ResultFormat.read(stream, ReadLimits.defaults(), results::add));
            return results.isEmpty() ? Optional.of("it measured no benchmark") : Optional.empty();
        } catch (UsageException unreadable) {
            results.clear();
            return Optional.of(String.valueOf(unreadable.getMessage()));
        }
    }

    @Override
    public PairedComparison comparison() {
        if (ofBase.isEmpty() || ofHead.isEmpty()) {
            return PairedComparison.NONE;
        }
        return PairedComparison.of(run(base, ofBase), run(head, ofHead), judge);
    }

    @Override
    public Set<String> open() {
        return comparison().open().isEmpty() ? Set.of() : Set.of(unit());
    }

    /** What was measured of a version, as a reader of its document sees it. */
    private static MeasuredRun run(DuetSide version, PairedResults results) {
        try {
            return MeasuredRun.read(version.name(), new ByteArrayInputStream(results.document()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void write(Path baseFile, Path headFile) throws IOException {
        if (!ofBase.isEmpty() && !ofHead.isEmpty()) {
            Files.write(baseFile, ofBase.document());
            Files.write(headFile, ofHead.document());
        }
    }
}
