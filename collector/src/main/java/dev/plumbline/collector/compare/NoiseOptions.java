package dev.plumbline.collector.compare;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.subject.AssumedNoise;
import dev.plumbline.collector.access.ServerAccess;
import dev.plumbline.collector.access.ServerOptions;
import dev.plumbline.collector.client.Backoff;
import dev.plumbline.collector.client.PlumblineServer;
import dev.plumbline.collector.client.RefusedException;
import dev.plumbline.collector.client.UnreachableException;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is known of the noise, where the files don't show it: the options that say it, or whose history has it. */
final class NoiseOptions {

    /** A history has at most so many pages of a thousand series. */
    private static final int MOST_PAGES = 100;

    @Option(
            names = "--assume-noise",
            paramLabel = "SHARE",
            description =
                    "By how much runs of the same code differ on this machine, as a standard deviation: 3%% or 0.03."
                            + " Used where the files show no noise, or less. An assumption that is too small raises false alarms.")
    private String assumed = "";

    @Option(
            names = "--history",
            description = "Take the noise of each series from the server's history of --environment. --assume-noise"
                    + " then counts for series that it doesn't know.")
    private boolean history;

    @Option(names = "--environment", paramLabel = "LABEL", description = "The environment whose history is asked.")
    private String environment = "";

    @Mixin
    private ServerOptions server = new ServerOptions();

    /** A page of the answer. */
    record Page(List<Series> series, @Nullable Integer nextPage) {}

    /** The noise of a series: the standard deviation of the logarithms of its runs. */
    record Series(
            String benchmark,
            Map<String, String> params,
            String mode,
            int threads,
            String metric,
            String unit,
            double level,
            double noise,
            int runs) {

        private Optional<SeriesKey> key() {
            return Mode.ofLabel(mode)
                    .map(known -> new SeriesKey(
                            new BenchmarkId(benchmark, new TreeMap<>(params), known, threads), metric, unit));
        }
    }

    /**
     * What the options say, with what the server answers.
     *
     * @throws UsageException when an option is wrong, or the server can't or won't answer
     */
    NoiseAssumption assumption(Surroundings surroundings) {
        AssumedNoise said = NoiseAssumption.said(assumed);
        if (!history) {
            return new NoiseAssumption(said, "", Map.of());
        }
        if (environment.isBlank()) {
            throw new UsageException("--history needs --environment (or PLUMBLINE_ENVIRONMENT): the one in which the"
                    + " files were measured");
        }
        ServerAccess access = server.readAccess(surroundings);
        PlumblineServer project = access.open(surroundings, surroundings.console());
        Backoff backoff = Backoff.lasting(access.retryFor());
        Map<SeriesKey, AssumedNoise> known = new HashMap<>();
        try {
            Integer page = 1;
            for (int read = 0; page != null && read < MOST_PAGES; read++) {
                Page answer = project.noise(environment.strip(), page, Page.class, backoff)
                        .value();
                for (Series series : answer.series()) {
                    AssumedNoise noise = AssumedNoise.ofHistory(series.noise(), series.runs());
                    series.key().filter(key -> noise.known()).ifPresent(key -> known.put(key, noise));
                }
                page = answer.nextPage();
            }
        } catch (RefusedException refused) {
            throw new UsageException("--history: " + refused.getMessage());
        } catch (UnreachableException unreachable) {
            throw new UsageException("--history: the server can't be reached: " + unreachable.getMessage());
        }
        if (known.isEmpty() && !said.known()) {
            throw new UsageException("--history: the server knows no noise in the environment '" + environment.strip()
                    + "'; it takes ten runs of a series on the base branch");
        }
        return new NoiseAssumption(said, environment.strip(), known);
    }
}
