package dev.plumbline.benchmarks.load;

import dev.plumbline.benchmarks.SyntheticDocument;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many results a second the server takes over HTTP, from documents of 500 results × 3 forks × 5 iterations sent by
 * several clients, against COPY of the same rows into the same tables.
 *
 * <p>Arguments: uploads (default 60), clients (default 4), uploads before them that aren't counted (default 240: until then
 * the compiler takes a good part of the server's CPU time).
 */
public final class IngestLoad {
    private static final SyntheticDocument SHAPE = new SyntheticDocument(500, 3, 5, 0);
    private static final int WARM_UP = 240;
    private static final int UPLOADS = 60;
    private static final int CLIENTS = 4;
    private static final double NANOS_PER_SECOND = 1e9;

    private IngestLoad() {}

    /** Runs the load and prints the figures. */
    public static void main(String[] arguments) throws Exception {
        int uploads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : UPLOADS;
        int clients = arguments.length > 1 ? Integer.parseInt(arguments[1]) : CLIENTS;
        int warmUp = arguments.length > 2 ? Integer.parseInt(arguments[2]) : WARM_UP;
        List<byte[]> documents = new ArrayList<>();
        for (int number = 0; number < warmUp + uploads; number++) {
            documents.add(SHAPE.bytes(number));
        }
        PrintStream out = System.out;
        out.printf(
                "%s, %d uploads of %d kB after %d others, %d clients%n",
                SHAPE, uploads, documents.getFirst().length / 1000, warmUp, clients);
        try (ServerUnderLoad server = new ServerUnderLoad(Files.createTempDirectory("plumbline-load"))) {
            upload(server, documents, 0, 1, 1);
            awaitJudged(server, upload(server, documents, 1, warmUp, clients).getLast());
            Duration cpuBefore = server.cpu();
            long begun = System.nanoTime();
            List<Long> runs = upload(server, documents, warmUp, warmUp + uploads, clients);
            Duration http = Duration.ofNanos(System.nanoTime() - begun);
            awaitJudged(server, runs.getLast());
            Duration cpu = server.cpu().minus(cpuBefore);

            Duration copy = new CopyReference(server.database(), server.anotherDatabase()).time(runs, clients);
            double httpRate = rate(runs.size(), http);
            double copyRate = rate(runs.size(), copy);
            out.printf(Locale.ROOT, "HTTP  %,10.0f results/s%n", httpRate);
            out.printf(Locale.ROOT, "COPY  %,10.0f results/s%n", copyRate);
            out.printf(Locale.ROOT, "HTTP / COPY  %.2f%n", httpRate / copyRate);
            out.printf(
                    Locale.ROOT,
                    "server's CPU time, judging included  %d ms an upload%n",
                    cpu.toMillis() / runs.size());
        }
    }

    private static double rate(int uploads, Duration time) {
        return uploads * (double) SHAPE.results() / (time.toNanos() / NANOS_PER_SECOND);
    }

    /** Uploads documents from one number to another, exclusive; the ids of the runs. */
    private static List<Long> upload(ServerUnderLoad server, List<byte[]> documents, int from, int to, int clients)
            throws Exception {
        AtomicInteger next = new AtomicInteger(from);
        Callable<List<Long>> client = () -> {
            List<Long> runs = new ArrayList<>();
            for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
                HttpResponse<String> answer =
                        server.upload(documents.get(number), Commits.hash(number), Commits.time(number));
                runs.add(Long.parseLong(
                        Answers.field(ServerUnderLoad.expect(201, answer).body(), "id")));
            }
            return runs;
        };
        List<Callable<List<Long>>> all = new ArrayList<>();
        for (int number = 0; number < clients; number++) {
            all.add(client);
        }
        List<Long> runs = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
            for (Future<List<Long>> ids : pool.invokeAll(all)) {
                runs.addAll(ids.get());
            }
        }
        return runs.stream().sorted().toList();
    }

    /** What is measured next shall not share the machine with judging that is still going on. */
    private static void awaitJudged(ServerUnderLoad server, long run) throws IOException, InterruptedException {
        while (Answers.field(server.run(run).body(), "status").equals("waiting")) {
            Thread.sleep(100);
        }
    }
}
