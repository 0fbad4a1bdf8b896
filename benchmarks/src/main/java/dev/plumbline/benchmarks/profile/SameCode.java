package dev.plumbline.benchmarks.profile;

import dev.plumbline.analysis.format.profile.JfrReader;
import dev.plumbline.analysis.profile.ProfileLimits;
import dev.plumbline.analysis.profile.ProfiledEvent;
import dev.plumbline.analysis.profile.difference.CostChange;
import dev.plumbline.analysis.profile.difference.DifferenceJudge;
import dev.plumbline.analysis.profile.difference.DifferenceSettings;
import dev.plumbline.analysis.profile.difference.ProfileDifference;
import dev.plumbline.analysis.profile.difference.Side;
import dev.plumbline.analysis.stats.VariancePrior;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingFile;

/**
 * Compares flight recordings of the same code with each other: every pair, and many draws of three against three. Every finding is a false
 * one. Beside the product's settings stand those that trust the samples alone. Prints a table in Markdown.
 */
public final class SameCode {

    private static final int DRAWS = 400;
    private static final int PER_SIDE = 3;
    private static final long SEED = 1;
    private static final String EVENT = "jdk.ExecutionSample";

    private final DifferenceSettings settings;
    private int comparisons;
    private int withFinding;
    private int intervals;
    private int holdNothing;

    private SameCode(DifferenceSettings settings) {
        this.settings = settings;
    }

    /** The argument is a folder of recordings, {@code *.jfr}. */
    public static void main(String[] arguments) throws IOException {
        List<ProfiledEvent> recordings = read(Path.of(arguments[0]));
        DifferenceSettings product = DifferenceSettings.defaults();
        DifferenceSettings samples = new DifferenceSettings(
                product.falseDiscoveryRate(),
                product.confidence(),
                0,
                new VariancePrior(10, 1),
                product.fewestSamples());
        System.out.printf(
                "%d recordings; the first has %d samples and %d functions%n%n",
                recordings.size(),
                recordings.get(0).total().samples(),
                recordings.get(0).functions().size());
        System.out.println("| settings | sides | comparisons | with a false finding | intervals that hold 0 |");
        System.out.println("|---|---|---:|---:|---:|");
        pairs(recordings, product).print("Plumbline", "1 and 1");
        draws(recordings, product).print("Plumbline", "3 and 3");
        pairs(recordings, samples).print("samples alone", "1 and 1");
    }

    private static List<ProfiledEvent> read(Path folder) throws IOException {
        List<ProfiledEvent> recordings = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jfr"))
                    .sorted()
                    .toList()) {
                try (RecordingFile recording = new RecordingFile(file)) {
                    JfrReader.read(recording, ProfileLimits.defaults())
                            .event(EVENT)
                            .ifPresent(recordings::add);
                }
            }
        }
        if (recordings.size() < 2 * PER_SIDE) {
            throw new IllegalArgumentException(folder + " has " + recordings.size() + " recordings with " + EVENT
                    + ", expected at least " + 2 * PER_SIDE);
        }
        return recordings;
    }

    private static SameCode pairs(List<ProfiledEvent> recordings, DifferenceSettings settings) {
        SameCode tally = new SameCode(settings);
        for (int one = 0; one < recordings.size(); one++) {
            for (int other = one + 1; other < recordings.size(); other++) {
                tally.compare(List.of(recordings.get(one)), List.of(recordings.get(other)));
            }
        }
        return tally;
    }

    private static SameCode draws(List<ProfiledEvent> recordings, DifferenceSettings settings) {
        SameCode tally = new SameCode(settings);
        Random random = new Random(SEED);
        List<ProfiledEvent> shuffled = new ArrayList<>(recordings);
        for (int draw = 0; draw < DRAWS; draw++) {
            Collections.shuffle(shuffled, random);
            tally.compare(shuffled.subList(0, PER_SIDE), shuffled.subList(PER_SIDE, 2 * PER_SIDE));
        }
        return tally;
    }

    private void compare(List<ProfiledEvent> base, List<ProfiledEvent> head) {
        ProfileDifference difference =
                DifferenceJudge.compare(new Side(base, Double.NaN), new Side(head, Double.NaN), settings);
        List<CostChange> changes = difference.functions().stream()
                .flatMap(function -> Stream.of(function.self(), function.total()))
                .filter(change -> !Double.isNaN(change.pValue()))
                .toList();
        comparisons++;
        withFinding += changes.stream().anyMatch(change -> change.finding() != CostChange.Finding.UNPROVEN) ? 1 : 0;
        intervals += changes.size();
        holdNothing += (int) changes.stream()
                .filter(change -> change.low() <= 0 && change.high() >= 0)
                .count();
    }

    private void print(String name, String sides) {
        System.out.printf(
                "| %s | %s | %d | %.1f %% | %.1f %% |%n",
                name, sides, comparisons, 100.0 * withFinding / comparisons, 100.0 * holdNothing / intervals);
    }
}
