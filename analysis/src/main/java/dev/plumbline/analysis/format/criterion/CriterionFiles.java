package dev.plumbline.analysis.format.criterion;

import dev.plumbline.analysis.format.archive.ResultFolder;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The files of the benchmarks of one folder. A benchmark's three files usually follow each other, in any order. */
final class CriterionFiles implements ResultFolder.Reading {

    /** How many results' worth of samples may wait for a benchmark's other files. */
    private static final int WAITING = 4;

    private final JsonDocument json = new JsonDocument();
    private final ReadLimits limits;
    private final CriterionResults results;
    private final Map<String, Files> waiting = new LinkedHashMap<>();
    private long waitingSamples;

    /**
     * What was read of a benchmark's files.
     *
     * @param benchmark of benchmark.json
     * @param samples of sample.json
     * @param estimates of estimates.json
     */
    private record Files(
            Optional<CriterionBenchmark> benchmark, Optional<Samples> samples, Optional<Estimates> estimates) {

        private static final Files NONE = new Files(Optional.empty(), Optional.empty(), Optional.empty());

        boolean complete() {
            return benchmark.isPresent() && samples.isPresent() && estimates.isPresent();
        }
    }

    CriterionFiles(ReadLimits limits, Consumer<BenchmarkResult> results) {
        this.limits = limits;
        this.results = new CriterionResults(limits, results);
    }

    @Override
    public void file(String path, InputStream content) throws IOException {
        int slash = path.lastIndexOf('/');
        String folder = path.substring(0, slash);
        Files before = waiting.getOrDefault(folder, Files.NONE);
        Files after = read(path.substring(slash + 1), content, before);
        if (after.complete()) {
            waiting.remove(folder);
            waitingSamples -= count(before);
            pass(after, folder);
        } else {
            waiting.put(folder, after);
            waitingSamples += count(after) - count(before);
            if (waitingSamples > (long) WAITING * limits.maxValues() || waiting.size() > limits.maxResults()) {
                throw refusal(
                        ProblemCode.TOO_MANY_VALUES,
                        "too many benchmarks before it lack one of benchmark.json, sample.json and estimates.json; give the"
                                + " folder as Criterion wrote it");
            }
        }
    }

    private Files read(String name, InputStream content, Files before) throws IOException {
        return switch (name) {
            case "benchmark.json" -> {
                requireNone(before.benchmark());
                yield new Files(
                        Optional.of(json(content, cursor -> CriterionBenchmark.read(cursor, limits))),
                        before.samples(),
                        before.estimates());
            }
            case "sample.json" -> {
                requireNone(before.samples());
                yield new Files(
                        before.benchmark(),
                        Optional.of(json(content, cursor -> Samples.read(cursor, limits))),
                        before.estimates());
            }
            default -> {
                requireNone(before.estimates());
                yield new Files(
                        before.benchmark(),
                        before.samples(),
                        Optional.of(json(content, cursor -> Estimates.read(cursor))));
            }
        };
    }

    private <T> T json(InputStream content, JsonFile<T> file) throws IOException {
        Holder<T> holder = new Holder<>();
        json.read(content, limits, cursor -> {
            if (!cursor.moreAfterThis()) {
                throw cursor.refuse(ProblemCode.EMPTY_DOCUMENT, "the file contains only white space");
            }
            holder.value = Optional.of(file.read(cursor));
            JsonDocument.requireEnd(cursor);
        });
        return holder.value.orElseThrow();
    }

    /** What a file of a benchmark says. */
    @FunctionalInterface
    private interface JsonFile<T> {
        T read(JsonCursor cursor) throws IOException;
    }

    private static final class Holder<T> {
        private Optional<T> value = Optional.empty();
    }

    private static void requireNone(Optional<?> earlier) {
        if (earlier.isPresent()) {
            throw refusal(ProblemCode.DUPLICATE_RESULT, "the archive has it twice; pack the folder anew");
        }
    }

    @Override
    public void finish() {
        waiting.forEach((folder, files) -> pass(files, folder));
        results.requireSome();
    }

    private void pass(Files files, String folder) {
        CriterionBenchmark benchmark = files.benchmark()
                .orElseThrow(
                        () -> refusal(
                                ProblemCode.MISSING_FIELD,
                                Place.printable(folder)
                                        + " has no benchmark.json, which names the benchmark; give the folder as Criterion wrote it"));
        if (files.samples().isPresent()) {
            results.add(Place.UNKNOWN, benchmark, files.samples().get(), files.estimates());
        } else {
            results.add(
                    benchmark,
                    files.estimates()
                            .orElseThrow(() -> refusal(
                                    ProblemCode.MISSING_FIELD,
                                    Place.printable(folder)
                                            + " has neither sample.json nor estimates.json; give the folder as Criterion wrote"
                                            + " it")));
        }
    }

    private static int count(Files files) {
        return files.samples().map(Samples::count).orElse(0);
    }

    private static DocumentException refusal(ProblemCode problem, String sentence) {
        return new DocumentException(problem, sentence, Place.UNKNOWN);
    }
}
