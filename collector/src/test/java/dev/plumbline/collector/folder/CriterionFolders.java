package dev.plumbline.collector.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes folders as Criterion does. */
public final class CriterionFolders {

    private CriterionFolders() {}

    /** A measurement of a benchmark, with ten samples around a time. */
    public static void write(Path criterion, String benchmark, double nanoseconds) throws IOException {
        Path last = Files.createDirectories(criterion.resolve(benchmark).resolve("new"));
        StringBuilder times = new StringBuilder();
        StringBuilder iterations = new StringBuilder();
        for (int i = 1; i <= 10; i++) {
            times.append(i == 1 ? "" : ",").append(i * nanoseconds * (1 + (i % 3 - 1) / 100.0));
            iterations.append(i == 1 ? "" : ",").append(i);
        }
        Files.writeString(last.resolve("sample.json"), "{\"iters\":[" + iterations + "],\"times\":[" + times + "]}");
        Files.writeString(
                last.resolve("benchmark.json"),
                "{\"full_id\":\"" + benchmark + "\",\"value_str\":null,\"throughput\":null,\"directory_name\":\"x\"}");
        Files.writeString(last.resolve("estimates.json"), "{\"median\":null,\"mean\":null,\"slope\":null}");
        Files.writeString(last.resolve("tukey.json"), "[1,2,3,4]");
        Files.writeString(Files.createDirectories(criterion.resolve("report")).resolve("index.html"), "<html>");
    }
}
