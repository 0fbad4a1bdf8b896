package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.BenchmarkResult.Note;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A result that nothing can be said against, and what a test changes of it. */
final class Measured {

    private String name = "com.acme.Text.split";
    private Mode mode = Mode.AVERAGE_TIME;
    private int threads = 1;
    private List<String> arguments = List.of();
    private String jmh = "1.37";
    private String jdk = "21.0.4";
    private String vm = "OpenJDK 64-Bit Server VM";
    private String vmVersion = "21.0.4+7-LTS";
    private int forksAsked = 3;
    private int warmups = 5;
    private String warmupTime = "10 s";
    private int iterations = 5;
    private String iterationTime = "10 s";
    private String unit = "us/op";
    private double score = 2e-6;
    private double error = 0.02e-6;
    private List<Fork> forks = noise(1, 3, 5, 2e-6, 0.01);
    private List<Note> notes = List.of();

    static Measured result() {
        return new Measured();
    }

    /** Forks of iterations about a level, with a relative standard deviation. */
    static List<Fork> noise(long seed, int forks, int iterations, double level, double deviation) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Fork> all = new ArrayList<>();
        for (int fork = 0; fork < forks; fork++) {
            double[] values = new double[iterations];
            Arrays.setAll(values, i -> level * Math.exp(deviation * random.nextGaussian()));
            all.add(fork(values));
        }
        return all;
    }

    static Fork fork(double... iterations) {
        return new Fork(Arrays.stream(iterations).average().orElse(Double.NaN), iterations);
    }

    Measured named(String given) {
        name = given;
        return this;
    }

    Measured mode(Mode given) {
        mode = given;
        return this;
    }

    Measured threads(int given) {
        threads = given;
        return this;
    }

    Measured arguments(String... given) {
        arguments = List.of(given);
        return this;
    }

    Measured jmh(String given) {
        jmh = given;
        return this;
    }

    Measured jdk(String version, String build) {
        jdk = version;
        vmVersion = build;
        return this;
    }

    Measured vm(String given) {
        vm = given;
        return this;
    }

    Measured forksAsked(int given) {
        forksAsked = given;
        return this;
    }

    Measured warmup(int count, String time) {
        warmups = count;
        warmupTime = time;
        return this;
    }

    Measured iterations(int count, String time) {
        iterations = count;
        iterationTime = time;
        return this;
    }

    Measured unit(String given) {
        unit = given;
        return this;
    }

    Measured score(double given, double givenError) {
        score = given;
        error = givenError;
        return this;
    }

    Measured forks(List<Fork> given) {
        forks = given;
        forksAsked = given.size();
        return this;
    }

    Measured note(String code) {
        notes = List.of(new Note(code, code));
        return this;
    }

    Setup setup() {
        return new Setup(
                Harness.JMH,
                jmh,
                "/opt/jdk/bin/java",
                arguments,
                jdk,
                vm,
                vmVersion,
                forksAsked,
                warmups,
                warmupTime,
                1,
                iterations,
                iterationTime,
                1,
                Collections.emptySortedMap());
    }

    BenchmarkResult build() {
        return new BenchmarkResult(
                1,
                new BenchmarkId(name, Map.of(), mode, threads),
                setup(),
                new Measurement(new Metric(Metric.SCORE, Unit.of(unit)), score, error, forks),
                List.of(),
                notes);
    }

    /** What an audit says of this result alone. */
    List<Finding> audited() {
        Audit audit = new Audit();
        audit.add(build());
        return audit.findings();
    }
}
