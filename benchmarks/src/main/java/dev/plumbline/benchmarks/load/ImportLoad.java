package dev.plumbline.benchmarks.load;

import dev.plumbline.benchmarks.SyntheticDocument;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long a history takes that comes in whole, as {@code plumbline import} sends it: run by run, each held until the last is
 * there, and then judged. The reference in the same run is COPY of the same rows into the same tables of an empty database.
 *
 * <p>Arguments: runs (default 500), series (default 100).
 */
public final class ImportLoad {
    private static final int RUNS = 500;
    private static final int SERIES = 100;
    private static final long PAUSE_MILLIS = 20;

    private ImportLoad() {}

    /** Runs the load and prints the figures. */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RUNS;
        int series = arguments.length > 1 ? Integer.parseInt(arguments[1]) : SERIES;
        SyntheticDocument shape = new SyntheticDocument(series, 3, 5, 0);
        PrintStream out = System.out;
        out.printf("%d runs, each %s%n", count, shape);
        try (ServerUnderLoad server = new ServerUnderLoad(Files.createTempDirectory("plumbline-import"))) {
            Duration cpuBefore = server.cpu();
            long begun = System.nanoTime();
            List<Long> runs = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                boolean held = number < count - 1;
                runs.add(Long.parseLong(Answers.field(
                        ServerUnderLoad.expect(
                                        201,
                                        server.upload(
                                                shape.bytes(number), Commits.hash(number), Commits.time(number), held))
                                .body(),
                        "id")));
            }
            Duration uploaded = Duration.ofNanos(System.nanoTime() - begun);
            Duration cpuUploads = server.cpu().minus(cpuBefore);
            awaitJudged(server, runs);
            Duration whole = Duration.ofNanos(System.nanoTime() - begun);
            Duration cpu = server.cpu().minus(cpuBefore);
            Duration copy = new CopyReference(server.database(), server.anotherDatabase()).time(runs, 1);
            print(out, "uploads", figures(uploaded, cpuUploads));
            print(out, "judging", figures(whole.minus(uploaded), cpu.minus(cpuUploads)));
            print(out, "whole", figures(whole, cpu));
            out.printf(
                    Locale.ROOT,
                    "COPY      %7.2f s; the uploads take %.1f times as long, the whole %.1f times%n",
                    seconds(copy),
                    seconds(uploaded) / seconds(copy),
                    seconds(whole) / seconds(copy));
        }
    }

    private static void print(PrintStream out, String what, String figures) {
        out.printf("%-9s %s%n", what, figures);
    }

    private static String figures(Duration wall, Duration cpu) {
        return "%7.2f s, %7.2f s of the server's CPU time".formatted(seconds(wall), seconds(cpu));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    /** The jobs are done in the order of the runs, but for those that are judged again. */
    private static void awaitJudged(ServerUnderLoad server, List<Long> runs) throws IOException, InterruptedException {
        for (long run : runs) {
            while (Answers.field(server.run(run).body(), "status").equals("waiting")) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }
}
