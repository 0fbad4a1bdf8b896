package dev.plumbline.analysis.format.text;

import dev.plumbline.analysis.format.table.TableNumber;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a log says of one benchmark while it was measured. */
final class LogBlock {

    private final String benchmark;
    private final Mode mode;
    private final int threads;
    private final Setup setup;
    private String params = "";
    private int forksAskedFor;
    private boolean readable = true;
    private final List<Map<String, List<Value>>> forks = new ArrayList<>();

    /**
     * A value that was printed for one iteration.
     *
     * @param number the value
     * @param unit its unit
     */
    record Value(TableNumber number, String unit) {}

    LogBlock(String benchmark, Mode mode, int threads, Setup setup) {
        this.benchmark = benchmark;
        this.mode = mode;
        this.threads = threads;
        this.setup = setup;
    }

    String benchmark() {
        return benchmark;
    }

    int threads() {
        return threads;
    }

    /** How it was measured, with the forks that the log names. */
    Setup setup() {
        return new Setup(
                setup.harness(),
                setup.harnessVersion(),
                setup.jvm(),
                setup.jvmArgs(),
                setup.jdkVersion(),
                setup.vmName(),
                setup.vmVersion(),
                forks.isEmpty() ? -1 : forksAskedFor,
                setup.warmupIterations(),
                setup.warmupTime(),
                setup.warmupBatchSize(),
                setup.measurementIterations(),
                setup.measurementTime(),
                setup.measurementBatchSize(),
                setup.settings());
    }

    void params(String text) {
        params = text;
    }

    /**
     * The next fork begins.
     *
     * @param askedFor how many there will be; 0 if the harness's own JVM measures
     */
    void beginFork(int askedFor) {
        forksAskedFor = askedFor;
        forks.add(new LinkedHashMap<>());
    }

    /** Whether no fork began: JMH before 1.10 printed the JVM only now. */
    boolean isNew() {
        return forks.isEmpty();
    }

    /** A value of the newest iteration. */
    void add(String label, Value value) {
        if (forks.isEmpty()) {
            readable = false;
        } else {
            forks.get(forks.size() - 1)
                    .computeIfAbsent(label, first -> new ArrayList<>())
                    .add(value);
        }
    }

    /** An iteration has no value that can be read: something else was printed in between. */
    void unreadable() {
        readable = false;
    }

    /** Whether every fork that was asked for is there, with all that was printed of it. */
    boolean complete() {
        return readable && !forks.isEmpty() && forks.size() == Math.max(1, forksAskedFor);
    }

    /** The forks' iterations of a metric; empty when a fork has none. */
    List<List<Value>> iterations(String label) {
        List<List<Value>> all = new ArrayList<>();
        for (Map<String, List<Value>> fork : forks) {
            List<Value> iterations = fork.getOrDefault(label, List.of());
            if (iterations.isEmpty()) {
                return List.of();
            }
            all.add(iterations);
        }
        return all;
    }

    /** Whether a row of the table is about this benchmark. The table cuts or abbreviates packages. */
    boolean isOf(String name, Map<String, String> values, Mode measured) {
        return mode == measured && params.equals(text(values)) && names(name);
    }

    private static String text(Map<String, String> values) {
        List<String> parts = new ArrayList<>();
        values.forEach((param, value) -> parts.add(param + " = " + value));
        return String.join(", ", parts);
    }

    private boolean names(String name) {
        if (benchmark.equals(name) || benchmark.endsWith("." + name)) {
            return true;
        }
        String[] shown = name.split("\\.", -1);
        String[] whole = benchmark.split("\\.", -1);
        boolean same = shown.length == whole.length;
        for (int i = 0; same && i < whole.length; i++) {
            same = shown[i].equals(whole[i])
                    || (shown[i].length() == 1 && i < whole.length - 2 && whole[i].startsWith(shown[i]));
        }
        return same;
    }
}
