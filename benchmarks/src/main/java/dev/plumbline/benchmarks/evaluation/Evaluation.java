package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.benchmarks.evaluation.data.ForkData;
import dev.plumbline.benchmarks.evaluation.data.Half;
import dev.plumbline.benchmarks.evaluation.data.HistorySeries;
import dev.plumbline.benchmarks.evaluation.data.StepSeries;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Prints the detector's accuracy on a folder of measurements: {@code Evaluation [--text | --markdown] [--half=tuning |
 * --half=checking] FOLDER [prior E1 E2 E3 …]}. With a half, parts that draw from forks take one half of the benchmarks only. The same folder and the same code print the same figures, times apart.
 */
public final class Evaluation {

    private static final long SEED = 20_260_101;

    /** The parts, in the order in which they are printed. */
    static final List<String> PARTS = List.of(
            "prior",
            "E1",
            "E1s",
            "E1classic",
            "E2",
            "E2shared",
            "E3",
            "E3s",
            "delay",
            "E4",
            "E4classic",
            "E4frontier",
            "E4margins",
            "E4suite",
            "E4shared",
            "E4constant",
            "E5",
            "E6",
            "E7",
            "E8",
            "E9",
            "E10");

    private Evaluation() {}

    /** Runs the named parts, or all of them. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean text = words.remove("--text");
        words.remove("--markdown");
        Half half = words.remove("--half=tuning")
                ? Half.TUNING
                : words.remove("--half=checking") ? Half.CHECKING : Half.BOTH;
        if (words.isEmpty()
                || !Files.isDirectory(Path.of(words.get(0)))
                || !PARTS.containsAll(words.subList(1, words.size()))) {
            System.err.println("usage: Evaluation [--text | --markdown] [--half=tuning | --half=checking] FOLDER ["
                    + String.join(" ", PARTS) + "], FOLDER with forks.jsonl.gz and the others");
            System.exit(2);
        }
        Path folder = Path.of(words.get(0));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String part : words.size() == 1 ? PARTS : words.subList(1, words.size())) {
            Table table = table(part, folder, half);
            out.print(text ? table.text() : table.markdown());
        }
    }

    /** One part's table. */
    static Table table(String part, Path folder) throws IOException {
        return table(part, folder, Half.BOTH);
    }

    private static Table table(String part, Path folder, Half half) throws IOException {
        return switch (part) {
            case "prior" -> SuitePrior.table(half.of(ForkData.read(folder)), SEED);
            case "E1" -> new TwoRuns(half.of(ForkData.read(folder)), SEED).table();
            case "E1s" -> new SmallSuites(half.of(ForkData.read(folder)), SEED).table();
            case "E2" -> new PullRequestVerdicts(half.of(ForkData.read(folder)), SEED).table();
            case "E2shared" -> new SharedOnTwoRuns(half.of(ForkData.read(folder)), SEED).table();
            case "E3" ->
                ChangePointAccuracy.table(
                        "E3 Change points with exact truth",
                        StepSeries.read(folder.resolve("steps-clean.jsonl.gz")),
                        StepSeries.read(folder.resolve("steps-outliers.jsonl.gz")));
            case "E3s" ->
                ChangePointAccuracy.table(
                        "E3 smoothed: half of their own scatter added to the forks (seed %d)".formatted(SEED),
                        smoothed(folder.resolve("steps-clean.jsonl.gz")),
                        smoothed(folder.resolve("steps-outliers.jsonl.gz")));
            case "delay" -> DetectionDelay.table(half.of(ForkData.read(folder)), SEED);
            case "E4" -> new ConstantCode(HistorySeries.read(folder)).table();
            case "E1classic" -> new ClassicOnTwoRuns(half.of(ForkData.read(folder)), SEED).table();
            case "E4classic" -> new ClassicOnConstantCode().table(HistorySeries.read(folder));
            case "E4frontier" -> new AlarmFrontier(HistorySeries.read(folder)).table();
            case "E4margins" -> new AlarmFrontier(HistorySeries.read(folder)).margins(SEED);
            case "E4suite" -> new CommonModeAccuracy(HistorySeries.read(folder), SEED).steps();
            case "E4shared" -> new CommonModeAccuracy(HistorySeries.read(folder), SEED).sharedSteps();
            case "E4constant" -> new ConstantCodeInSuites(HistorySeries.read(folder)).table();
            case "E5" -> AnnotatedSeries.table(AnnotatedSeries.read(folder));
            case "E6" -> ImportedFiles.table(folder);
            case "E7" -> SegmentationSpeed.table(half.of(ForkData.read(folder)), SEED);
            case "E8" -> new SequentialPairs(half.of(ForkData.read(folder)), SEED).table();
            case "E9" -> new SuiteAlarms(half.of(ForkData.read(folder)), SEED).table();
            case "E10" -> new PlaceCoverage(half.of(ForkData.read(folder)), SEED).table();
            default -> throw new IllegalArgumentException("no part " + part);
        };
    }

    private static List<StepSeries> smoothed(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        return StepSeries.read(file).stream()
                .map(series -> series.smoothed(random))
                .toList();
    }
}
