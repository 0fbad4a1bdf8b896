package dev.plumbline.collector.history;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.asv.AsvBenchmarks;
import dev.plumbline.analysis.format.asv.AsvReader;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.format.json.JsonParts;
import dev.plumbline.analysis.format.plumbline.PlumblineWriter;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.collector.command.UsageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder {@code results} of airspeed velocity: {@code benchmarks.json} says what the benchmarks are, and each machine has a folder
 * with its {@code machine.json} and a file for each commit and each Python environment. Both together are the environment of a run.
 */
final class HistoryAsv {

    private static final String BENCHMARKS = "benchmarks.json";
    private static final String MACHINE = "machine.json";
    private static final int SHOWN = 8;

    private final List<HistoricRun> runs = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final AsvBenchmarks benchmarks;

    private HistoryAsv(AsvBenchmarks benchmarks) {
        this.benchmarks = benchmarks;
    }

    /** Whether a folder is one. */
    static boolean isOne(Path folder) {
        return !machines(folder).isEmpty();
    }

    /**
     * Reads the folder.
     *
     * @throws UsageException when nothing in it can be used
     */
    static History read(Path folder, String name) {
        HistoryAsv history = new HistoryAsv(benchmarks(folder.resolve(BENCHMARKS), name));
        if (history.benchmarks.byName().isEmpty()) {
            history.remarks.add(name + " has no " + BENCHMARKS
                    + ", so units and the names of parameters aren't known; copy it from the results of the suite");
        }
        for (Path machine : machines(folder)) {
            for (Path file : list(machine)) {
                String label = folder.relativize(file).toString().replace('\\', '/');
                if (label.endsWith(".json") && !file.endsWith(MACHINE)) {
                    history.add(file, label);
                }
            }
        }
        if (history.runs.isEmpty()) {
            throw new UsageException(name + ": no result file of asv in it can be used: "
                    + history.remarks.stream().findFirst().orElse("the folders of its machines are empty"));
        }
        history.runs.sort(Comparator.comparing(run -> run.commit().committedAt()));
        return new History("results of asv", history.runs, history.remarks);
    }

    private void add(Path file, String label) {
        try {
            byte[] content = Files.readAllBytes(file);
            Heading heading = Heading.read(content);
            if (!CommitId.isOne(heading.commit())) {
                remarks.add("left out: " + Printable.line(label) + ": it has no commit_hash");
                return;
            }
            List<BenchmarkResult> results = new ArrayList<>();
            new AsvReader(benchmarks).read(new ByteArrayInputStream(content), ReadLimits.defaults(), results::add);
            runs.add(new HistoricRun(
                    new HistoricCommit(
                            heading.commit(),
                            "",
                            Instant.ofEpochMilli(heading.date()).toString(),
                            "",
                            ""),
                    Optional.empty(),
                    environment(label, heading.commit()),
                    "",
                    document(results),
                    results.size()));
        } catch (DocumentException refused) {
            remarks.add("left out: " + Printable.line(label + ": " + refused.getMessage()));
        } catch (IOException unreadable) {
            remarks.add("left out: " + Printable.line(label + ": can't read it: " + unreadable.getMessage()));
        }
    }

    /** {@code machine/abcdef12-virtualenv-py3.12.json} is of {@code machine/virtualenv-py3.12}. */
    private static String environment(String label, String commit) {
        int slash = label.indexOf('/');
        String name = label.substring(slash + 1, label.length() - ".json".length());
        String hash = commit.substring(0, Math.min(SHOWN, commit.length()));
        return label.substring(0, slash + 1) + (name.startsWith(hash + "-") ? name.substring(SHOWN + 1) : name);
    }

    private static HistoricRun.Document document(List<BenchmarkResult> results) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PlumblineWriter writer = new PlumblineWriter(bytes, results.get(0).setup())) {
            for (BenchmarkResult result : results) {
                writer.add(result);
            }
        }
        return new HistoricRun.Document(ResultFormat.PLUMBLINE_JSON, bytes.toByteArray());
    }

    /**
     * What a result file says of itself.
     *
     * @param commit empty when it isn't said
     * @param date of the commit, in milliseconds since 1970; 0 when it isn't said
     */
    private record Heading(String commit, long date) {

        static Heading read(byte[] content) throws IOException {
            String[] commit = {""};
            long[] date = {0};
            JsonDocument.withBareNonNumbers()
                    .read(new ByteArrayInputStream(content), ReadLimits.defaults(), cursor -> {
                        cursor.next();
                        cursor.require(JsonToken.START_OBJECT, "the document", "a result file of asv");
                        JsonParts parts = new JsonParts(cursor, ReadLimits.defaults());
                        while (cursor.nextField()) {
                            switch (cursor.name()) {
                                case "commit_hash" ->
                                    commit[0] = parts.read("commit_hash").text();
                                case "date" ->
                                    date[0] = (long) parts.read("date").number();
                                default -> cursor.skip();
                            }
                        }
                    });
            return new Heading(commit[0], date[0]);
        }
    }

    private static AsvBenchmarks benchmarks(Path file, String name) {
        if (!Files.isRegularFile(file)) {
            return AsvBenchmarks.UNKNOWN;
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return AsvBenchmarks.read(stream, ReadLimits.defaults());
        } catch (DocumentException | IOException unusable) {
            throw new UsageException(
                    Printable.line(name + "/" + BENCHMARKS + " can't be read: " + unusable.getMessage()));
        }
    }

    private static List<Path> machines(Path folder) {
        return list(folder).stream()
                .filter(each -> Files.isRegularFile(each.resolve(MACHINE)))
                .toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UsageException(
                    Printable.line(folder.getFileName() + ": can't read it: " + unreadable.getMessage()));
        }
    }
}
