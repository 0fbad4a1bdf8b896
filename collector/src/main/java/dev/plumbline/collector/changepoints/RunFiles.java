package dev.plumbline.collector.changepoints;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.collector.command.InputFile;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.folder.PackedFolder;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of runs that the user named, in the order of the runs: files in the order given, those of a folder by their
 * names, in which numbers count ({@code run-9} is before {@code run-10}). Of files of a folder whose names differ in their
 * endings only, the one in JSON counts.
 *
 * @param files the files with results
 * @param skipped the names of a folder's files that have none
 * @param repeated the names of those that have the results of another file in another format
 */
record RunFiles(List<InputFile> files, List<String> skipped, List<String> repeated) {

    private static final int NAMED = 3;
    private static final Pattern PARTS = Pattern.compile("\\d+|\\D+");

    RunFiles {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
        repeated = List.copyOf(repeated);
    }

    /**
     * The files of what was given.
     *
     * @throws UsageException when a folder can't be read or has no file with results
     */
    static RunFiles of(Path folder, List<String> given) {
        List<InputFile> files = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        List<String> repeated = new ArrayList<>();
        for (String each : given) {
            InputFile file = InputFile.of(folder, Path.of(each));
            if (given.size() > 1 && isRun(file)) {
                files.add(file);
            } else if (Files.isDirectory(file.file())) {
                addFolder(file, Path.of(each), folder, files, skipped, repeated);
            } else {
                files.add(file);
            }
        }
        return new RunFiles(files, skipped, repeated);
    }

    /** Whether it is a folder that a harness wrote. One alone is no history, so it is looked at for files of runs. */
    private static boolean isRun(InputFile given) {
        try {
            return Files.isDirectory(given.file())
                    && PackedFolder.find(given.file()).isPresent();
        } catch (IOException unreadable) {
            throw new UsageException(
                    given.name() + ": can't read it: " + Printable.line(String.valueOf(unreadable.getMessage())));
        }
    }

    /** What to say of what was left out. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (!skipped.isEmpty()) {
            remarks.add("without results, and left out: " + named(skipped));
        }
        if (!repeated.isEmpty()) {
            remarks.add("a run that another file has in another format, and left out: " + named(repeated));
        }
        return remarks;
    }

    private static String named(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    }

    private static void addFolder(
            InputFile given,
            Path name,
            Path folder,
            List<InputFile> files,
            List<String> skipped,
            List<String> repeated) {
        int before = files.size();
        Map<String, InputFile> runs = new LinkedHashMap<>();
        for (Path entry : entries(given)) {
            InputFile file = InputFile.of(folder, name.resolve(entry.getFileName()));
            Optional<ResultFormat> format = file.read(stream -> ResultFormat.recognise(stream, ReadLimits.defaults()));
            if (format.isEmpty()) {
                skipped.add(file.name());
            } else if (!runs.containsKey(stem(entry))) {
                runs.put(stem(entry), file);
            } else {
                InputFile kept = format.get() == ResultFormat.JMH_JSON ? runs.replace(stem(entry), file) : file;
                repeated.add((kept == null ? file : kept).name());
            }
        }
        files.addAll(runs.values());
        if (files.size() == before) {
            throw new UsageException(given.name()
                    + ": the folder has no file with results; give the result files of several runs, or the folders"
                    + " of results of several runs, oldest first");
        }
    }

    /** The name without its endings: files that differ in nothing else are one run in several formats. */
    private static String stem(Path entry) {
        return entry.getFileName().toString().replaceFirst("\\.gz$", "").replaceFirst("\\.[A-Za-z]{1,5}$", "");
    }

    private static List<Path> entries(InputFile folder) {
        try (Stream<Path> entries = Files.list(folder.file())) {
            return entries.filter(Files::isRegularFile)
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(entry -> entry.getFileName().toString(), RunFiles::compareNames))
                    .toList();
        } catch (IOException unreadable) {
            throw new UsageException(
                    folder.name() + ": can't read it: " + Printable.line(String.valueOf(unreadable.getMessage())));
        }
    }

    /** Compares two names part by part, digits by the number they are. */
    static int compareNames(String left, String right) {
        List<String> lefts = parts(left);
        List<String> rights = parts(right);
        for (int i = 0; i < Math.min(lefts.size(), rights.size()); i++) {
            int order = compareParts(lefts.get(i), rights.get(i));
            if (order != 0) {
                return order;
            }
        }
        int order = Integer.compare(lefts.size(), rights.size());
        return order != 0 ? order : left.compareTo(right);
    }

    private static int compareParts(String left, String right) {
        return isNumber(left) && isNumber(right)
                ? new BigInteger(left).compareTo(new BigInteger(right))
                : left.compareTo(right);
    }

    private static boolean isNumber(String part) {
        return part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }

    private static List<String> parts(String name) {
        return PARTS.matcher(name).results().map(MatchResult::group).toList();
    }
}
