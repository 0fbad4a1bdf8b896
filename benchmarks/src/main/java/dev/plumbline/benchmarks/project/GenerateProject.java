package dev.plumbline.benchmarks.project;

import dev.plumbline.generator.GeneratedProject;
import dev.plumbline.generator.ProjectSize;
import dev.plumbline.generator.history.GeneratedRun;
import dev.plumbline.generator.upload.ProjectUpload;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a project on a server, uploads made-up runs of three months to it, and prints what really happened in them. */
@Command(
        name = "GenerateProject",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Fill a server with a made-up project: suites, noise, known changes, pull requests, renames, gaps.")
public final class GenerateProject implements Callable<Integer> {

    private static final int OK = 0;
    private static final int REFUSED = 3;

    @Option(names = "--server", required = true, paramLabel = "<address>", description = "The server's address.")
    private @Nullable String server;

    @Option(names = "--token", required = true, paramLabel = "<token>", description = "A token of the instance.")
    private @Nullable String token;

    @Option(names = "--project", paramLabel = "<name>", description = "The project to make.")
    private String project = "heron";

    @Option(names = "--benchmarks", paramLabel = "<n>", description = "Benchmarks; each has four metrics.")
    private int benchmarks = ProjectSize.standard().benchmarks();

    @Option(names = "--commits", paramLabel = "<n>", description = "Measured commits of the base branch.")
    private int commits = ProjectSize.standard().commits();

    @Option(names = "--forks", paramLabel = "<n>", description = "Forks of each benchmark.")
    private int forks = ProjectSize.standard().forks();

    @Option(names = "--iterations", paramLabel = "<n>", description = "Iterations of each fork.")
    private int iterations = ProjectSize.standard().iterations();

    @Option(names = "--seed", paramLabel = "<n>", description = "The seed of the noise.")
    private long seed = 1;

    @Option(names = "--until", paramLabel = "<time>", description = "When the history ends; without it, now.")
    private @Nullable Instant until;

    @Option(
            names = "--at-once",
            description = "Don't wait for the verdict of each run: faster, but nothing is suspected in between.")
    private boolean atOnce;

    @Spec
    private @Nullable CommandSpec spec;

    private GenerateProject() {}

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new GenerateProject()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        PrintWriter out = command.getOut();
        try {
            Instant end = until == null ? Instant.now().truncatedTo(ChronoUnit.HOURS) : until;
            ProjectSize size = new ProjectSize(benchmarks, commits, forks, iterations);
            GeneratedProject generated = new GeneratedProject(size, seed, end);
            URI address = URI.create(Objects.requireNonNull(server).replaceFirst("/+$", ""));
            ProjectUpload upload = new ProjectUpload(address, Objects.requireNonNull(token), project);
            long begun = System.nanoTime();
            upload.create();
            upload.upload(generated, !atOnce, run -> progress(out, run));
            out.printf(
                    "%d runs of %d benchmarks in %d s: %s/projects/%s%n%nWhat really happened:%n",
                    generated.runs().size(),
                    benchmarks,
                    (System.nanoTime() - begun) / 1_000_000_000L,
                    address,
                    project);
            generated.truth().forEach(truth -> out.println(truth.line(generated.suite())));
            out.flush();
            return OK;
        } catch (IllegalArgumentException | IOException e) {
            command.getErr().println(e.getMessage());
            command.getErr().flush();
            return REFUSED;
        }
    }

    private static void progress(PrintWriter out, GeneratedRun run) {
        out.println(run.startedAt() + " " + run.environment().label() + " " + run.branch());
        out.flush();
    }
}
