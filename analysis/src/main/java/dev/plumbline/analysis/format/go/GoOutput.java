package dev.plumbline.analysis.format.go;

import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.repeat.Repeated;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines that the tests of one package print, or of several packages one after the other, as they are read. */
final class GoOutput {

    /** A benchmark's name, which no lower-case letter follows: {@code Benchmark}, {@code BenchmarkFib20}, {@code Benchmark_x/y-8}. */
    private static final Pattern NAME = Pattern.compile("Benchmark(?!\\p{Ll})\\S*");

    private static final Pattern OUTCOME = Pattern.compile("\\s*--- (FAIL|SKIP|BENCH): (" + NAME + ").*");
    /** Where a stack trace names the function of a benchmark. */
    private static final Pattern TRACE = Pattern.compile("[^\\s(]*\\.(Benchmark(?!\\p{Ll})\\w*)(\\.func[\\d.]+)?\\(.*");

    private static final String PANIC = "it panicked";

    private static final List<String> OF_THE_MACHINE = List.of("goos", "goarch", "cpu");

    private final GoResults results;
    private final GoConfiguration configuration = new GoConfiguration();
    /** The benchmark whose name was printed, and whose values weren't yet. */
    private Optional<String> running = Optional.empty();
    /** Whether a panic began whose benchmark isn't known yet. */
    private boolean panicking;

    GoOutput(GoResults results) {
        this.results = results;
    }

    /** Says which package it is, for want of a line that says it. */
    void suggestPath(String path) {
        configuration.suggestPath(path);
    }

    /**
     * Reads a line.
     *
     * @param ended whether a line break follows
     */
    void read(String line, boolean ended, Place place) {
        if (line.startsWith("Benchmark")) {
            readNamed(GoLine.fields(line), ended, place);
            return;
        }
        Matcher outcome = OUTCOME.matcher(line);
        if (outcome.matches()) {
            running = Optional.empty();
            panicking = false;
            if (outcome.group(1).equals("FAIL")) {
                fail(outcome.group(2), "it failed (--- FAIL)", place);
            }
        } else if (running.isPresent() && !line.isBlank()) {
            readBelow(running.get(), line, ended, place);
        } else if (panicking || line.startsWith("panic:")) {
            readPanic(line, place);
        } else if (line.startsWith("Unit ")) {
            results.readUnit(GoLine.fields(line));
        } else {
            configuration.read(line);
        }
    }

    private void readNamed(List<String> fields, boolean ended, Place place) {
        String name = fields.get(0);
        if (!NAME.matcher(name).matches()) {
            return;
        }
        List<String> rest = fields.subList(1, fields.size());
        if (GoLine.isResult(rest)) {
            add(name, rest, ended, place);
        } else if (!ended && !rest.isEmpty() && GoLine.isCount(rest.get(0))) {
            GoLine.values(List.of(rest.get(0), "0"), false, place);
        } else {
            running = Optional.of(name);
            if (!rest.isEmpty() && rest.get(0).equals("panic:")) {
                fail(name, PANIC, place);
            }
        }
    }

    /** Below a name stand its values, sooner or later: what the benchmark itself prints comes between. */
    private void readBelow(String name, String line, boolean ended, Place place) {
        List<String> fields = GoLine.fields(line);
        if (GoLine.isResult(fields) && fields.get(2).contains("/")) {
            add(name, fields, ended, place);
        } else if (fields.get(0).equals("panic:")) {
            fail(name, PANIC, place);
        } else if (line.startsWith("exit status ") || line.startsWith("FAIL\t")) {
            fail(name, "the process ended before it was done", place);
        } else if (line.equals("PASS") || line.startsWith("ok  \t")) {
            running = Optional.empty();
        } else {
            configuration.read(line);
        }
    }

    /** The name of a benchmark that panics at once isn't printed: its stack trace has it. */
    private void readPanic(String line, Place place) {
        Matcher trace = TRACE.matcher(line);
        if (trace.matches()) {
            results.failIn(configuration.path(), trace.group(1), configuration.setup(), PANIC, place);
        }
        panicking = !trace.matches() && !line.startsWith("exit status ") && !line.startsWith("FAIL");
    }

    private void add(String name, List<String> fields, boolean ended, Place place) {
        running = Optional.empty();
        List<GoLine.Value> values = GoLine.values(fields, ended, place);
        Repeated benchmark = results.of(configuration.path(), name, configuration.setup(), place);
        if (!benchmark.setup().equals(configuration.setup())) {
            requireSameMachine(benchmark, place);
        }
        values.forEach(value -> benchmark.add(value.unit(), value.value(), place));
    }

    /** The counts of one benchmark come from one machine; what else differs is noted. */
    private void requireSameMachine(Repeated benchmark, Place place) {
        Map<String, String> before = benchmark.setup().settings();
        configuration.setup().settings().forEach((key, value) -> {
            String earlier = before.getOrDefault(key, "");
            if (!earlier.equals(value)) {
                results.requireOneMachine(benchmark, OF_THE_MACHINE.contains(key), key, earlier, value, place);
            }
        });
    }

    private void fail(String name, String sentence, Place place) {
        running = Optional.empty();
        results.fail(configuration.path(), name, configuration.setup(), sentence, place);
    }
}
