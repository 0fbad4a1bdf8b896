package dev.plumbline.collector.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.collector.command.InputFile;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.git.GitRepository;
import dev.plumbline.collector.json.JsonText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where histories come from: a file of one, a folder with a file for each run, or the history of such files in git. */
final class HistorySource {

    private static final long MOST_BYTES = 256L << 20;

    /** Where github-action-benchmark keeps its history. */
    private static final String BENCHMARK_ACTION = "data.js";

    private static final Pattern COMMIT = Pattern.compile("(?<![0-9a-f])[0-9a-f]{7,64}(?![0-9a-z])");

    private final Path folder;

    HistorySource(Path folder) {
        this.folder = folder;
    }

    /**
     * The history of a file or a folder.
     *
     * @throws UsageException saying where and what is wrong when it can't be read
     */
    History of(Path given) {
        InputFile file = InputFile.of(folder, given);
        if (!Files.isDirectory(file.file())) {
            return file.read(stream -> ofText(text(stream)));
        }
        if (Files.isRegularFile(file.file().resolve(BENCHMARK_ACTION))) {
            return of(given.resolve(BENCHMARK_ACTION));
        }
        if (HistoryAsv.isOne(file.file())) {
            return HistoryAsv.read(file.file(), file.name());
        }
        return ofFolder(file, given);
    }

    /**
     * The history of files in git: every version of the files that match a pattern is a run of the commit that wrote it, and
     * {@code REVISION:PATH} is a file with a history at a revision.
     */
    History ofGit(String pattern) {
        GitRepository git = new GitRepository(folder);
        int colon = pattern.indexOf(':');
        if (colon > 0) {
            String text = git.content(pattern.substring(0, colon), pattern.substring(colon + 1));
            return refusing(pattern, () -> ofText(text));
        }
        List<HistoricRun> runs = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (GitRepository.FileVersion version : git.versions(pattern)) {
            byte[] content = git.content(version.commit().sha(), version.path()).getBytes(StandardCharsets.UTF_8);
            results(version.path() + " at " + version.commit().sha().substring(0, 10), content, remarks)
                    .ifPresent(results -> runs.add(new HistoricRun(
                            CommitOrder.known("", version.commit()),
                            Optional.empty(),
                            "",
                            version.path(),
                            results.document(),
                            results.benchmarks())));
        }
        if (runs.isEmpty()) {
            throw new UsageException("no commit has a file with results that matches '" + Printable.line(pattern)
                    + "'; the pattern begins at the root of the repository");
        }
        return new History("result files in git", runs, remarks);
    }

    private static History ofText(String text) {
        String json = text.strip();
        Matcher assignment = Pattern.compile("\\A(?:window\\.|var |let |const )?[\\w.]{1,100}\\s*=\\s*(?=\\{)")
                .matcher(json);
        if (assignment.lookingAt()) {
            json = json.substring(assignment.end()).replaceFirst(";\\s*\\z", "");
        }
        if (json.startsWith("{")) {
            ObjectNode data = JsonText.object(json).orElseThrow(HistorySource::unknown);
            if (data.path("entries").isObject()) {
                return HistoryJson.ofBenchmarkAction(data);
            }
            return HistoryBencher.of(List.of(data)).orElseThrow(HistorySource::unknown);
        }
        if (json.startsWith("[")) {
            List<ObjectNode> entries = JsonText.objects(json)
                    .filter(objects -> !objects.isEmpty())
                    .orElseThrow(HistorySource::unknown);
            return entries.get(0).has("metrics")
                    ? HistoryJson.ofNyrkio(entries)
                    : HistoryBencher.of(entries).orElseThrow(HistorySource::unknown);
        }
        try {
            return HistoryCsv.read(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The files of a folder and those below it, in the order of their names; one whose name has a commit's hash is of that commit. */
    private History ofFolder(InputFile given, Path name) {
        List<HistoricRun> runs = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (Path path : files(given)) {
            Path relative = given.file().relativize(path);
            InputFile file = InputFile.of(folder, name.resolve(relative));
            byte[] content = file.read(InputStream::readAllBytes);
            String label = relative.toString().replace('\\', '/');
            results(label, content, remarks)
                    .ifPresent(results -> runs.add(new HistoricRun(
                            HistoricCommit.named(commit(label)),
                            Optional.empty(),
                            "",
                            part(label),
                            results.document(),
                            results.benchmarks())));
        }
        if (runs.isEmpty()) {
            throw new UsageException(given.name() + ": the folder has no file with results, and no data.js");
        }
        List<HistoricRun> ordered = CommitOrder.of(new GitRepository(folder), runs, remarks);
        return new History("a folder with a file for each run", ordered, remarks);
    }

    private static String commit(String name) {
        Matcher commit = COMMIT.matcher(name);
        return commit.find() ? commit.group() : name;
    }

    /** Files below a folder that is named after a commit are the parts of one run. */
    private static String part(String name) {
        Matcher commit = COMMIT.matcher(name);
        int below = commit.find() ? name.indexOf('/', commit.end()) : -1;
        return below < 0 ? "" : name.substring(below + 1);
    }

    private static List<Path> files(InputFile given) {
        try (Stream<Path> all = Files.walk(given.file())) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(Path::toString, HistorySource::compareNames))
                    .toList();
        } catch (IOException unreadable) {
            throw new UsageException(given.name() + ": can't read it: " + unreadable.getMessage());
        }
    }

    /** Digits count by the number they are: {@code run-9} is before {@code run-10}. */
    static int compareNames(String left, String right) {
        return padded(left).compareTo(padded(right));
    }

    private static String padded(String name) {
        return Pattern.compile("\\d+")
                .matcher(name)
                .replaceAll(digits -> "0".repeat(Math.max(0, 20 - digits.group().length())) + digits.group());
    }

    private record Results(HistoricRun.Document document, int benchmarks) {}

    /** What a file has; empty after a remark why it can't be used. */
    private static Optional<Results> results(String name, byte[] content, List<String> remarks) {
        AtomicInteger results = new AtomicInteger();
        try {
            ResultFormat format = ResultFormat.read(
                    new ByteArrayInputStream(content), ReadLimits.defaults(), result -> results.incrementAndGet());
            return Optional.of(new Results(new HistoricRun.Document(format, content), results.get()));
        } catch (DocumentException refused) {
            remarks.add("left out: " + Printable.line(name + ": " + refused.getMessage()));
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String text(InputStream stream) throws IOException {
        try (DocumentInput text = DocumentInput.open(stream, MOST_BYTES)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static History refusing(String name, Supplier<History> history) {
        try {
            return history.get();
        } catch (DocumentException refused) {
            throw new UsageException(Printable.line(name + ": " + refused.getMessage()));
        }
    }

    private static DocumentException unknown() {
        return new DocumentException(
                ProblemCode.OTHER_DOCUMENT,
                "it is no history that is known: expected github-action-benchmark's data.js, JSON of Nyrkiö or Bencher,"
                        + " CSV, asv's results folder, or a folder with a file for each run",
                Place.UNKNOWN);
    }
}
