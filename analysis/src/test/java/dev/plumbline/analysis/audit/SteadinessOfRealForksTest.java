package dev.plumbline.analysis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.model.Fork;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * 297 benchmarks of real projects, ten forks of sixty iterations of 1 s each from a cold start: the first iterations are known to be
 * unsteady, those after half a minute mostly steady. Bounds stand a few points beyond what the data gave.
 */
class SteadinessOfRealForksTest {

    private static final Path FORKS = Path.of("..", "..", "shared", "evaluation", "forks.jsonl.gz");

    @Test
    void coldStartsAreFoundAndLateIterationsLeftInPeace() throws IOException {
        assumeTrue(Files.exists(FORKS), "the recorded forks do not lie beside the repository");
        List<double[][]> benchmarks = read();

        assertThat(share(benchmarks, 3, 0, 5, AuditCode.STILL_WARMING_UP)).isGreaterThan(0.5);
        assertThat(share(benchmarks, 5, 0, 5, AuditCode.STILL_WARMING_UP)).isGreaterThan(0.6);
        assertThat(share(benchmarks, 5, 0, 10, AuditCode.STILL_WARMING_UP)).isGreaterThan(0.6);
        for (int start = 30; start <= 50; start += 5) {
            assertThat(share(benchmarks, 3, start, 5, AuditCode.STILL_WARMING_UP))
                    .isLessThan(0.03);
            assertThat(share(benchmarks, 5, start, 5, AuditCode.STILL_WARMING_UP))
                    .isLessThan(0.03);
        }
        assertThat(share(benchmarks, 10, 30, 10, AuditCode.BIMODAL_FORKS)).isBetween(0.01, 0.06);
    }

    private static double share(List<double[][]> benchmarks, int forks, int start, int length, AuditCode code) {
        int found = 0;
        for (double[][] recorded : benchmarks) {
            List<Fork> window = new ArrayList<>();
            for (int fork = 0; fork < forks; fork++) {
                window.add(Measured.fork(Arrays.copyOfRange(recorded[fork], start, start + length)));
            }
            found += Measured.result().forks(window).audited().stream().anyMatch(finding -> finding.code() == code)
                    ? 1
                    : 0;
        }
        return (double) found / benchmarks.size();
    }

    /** The share of each finding, for whoever wants to look. */
    public static void main(String[] arguments) throws IOException {
        List<double[][]> benchmarks = read();
        for (int forks : new int[] {1, 3, 5, 10}) {
            for (int length : new int[] {5, 10, 20, 30}) {
                for (int start = 0; start + length <= 60; start = start == 0 ? 5 : 2 * start) {
                    Map<AuditCode, Double> shares = new EnumMap<>(AuditCode.class);
                    for (AuditCode code : List.of(
                            AuditCode.STILL_WARMING_UP,
                            AuditCode.GETTING_WORSE,
                            AuditCode.SHIFTING_FORKS,
                            AuditCode.DEPENDENT_ITERATIONS,
                            AuditCode.BIMODAL_FORKS)) {
                        shares.put(code, Math.round(1000 * share(benchmarks, forks, start, length, code)) / 10.0);
                    }
                    System.out.println(
                            forks + " forks, iterations " + start + " to " + (start + length) + ": " + shares);
                }
            }
        }
    }

    private static List<double[][]> read() throws IOException {
        List<double[][]> benchmarks = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FORKS)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                benchmarks.add(forks(line));
            }
        }
        return benchmarks;
    }

    private static double[][] forks(String line) throws IOException {
        List<double[]> forks = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            while (!"forks".equals(parser.currentName())) {
                parser.nextToken();
            }
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                List<Double> iterations = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    iterations.add(parser.getDoubleValue());
                }
                forks.add(iterations.stream().mapToDouble(Double::doubleValue).toArray());
            }
        }
        return forks.toArray(double[][]::new);
    }
}
