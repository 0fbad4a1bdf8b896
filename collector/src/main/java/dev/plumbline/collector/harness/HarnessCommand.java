package dev.plumbline.collector.harness;

import dev.plumbline.collector.command.UsageException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The commands that measure, each with where its results come out and what makes it leave them in a file. docs/collector.md
 * has the same table.
 */
public enum HarnessCommand {
    /** Criterion, Divan and the built-in benches print what they measured; Criterion and Gungraun leave a folder. */
    CARGO("cargo", ".txt") {
        @Override
        boolean isStartedBy(List<String> command) {
            return program(command).equals("cargo") && command.contains("bench");
        }

        @Override
        Invocation invocation(List<String> command, String results) {
            return Invocation.printing(command, results);
        }
    },
    GO("go", ".txt") {
        @Override
        boolean isStartedBy(List<String> command) {
            return program(command).equals("go") && command.contains("test");
        }

        @Override
        Invocation invocation(List<String> command, String results) {
            return Invocation.printing(command, results);
        }
    },
    PYTEST("pytest", ".json") {
        @Override
        boolean isStartedBy(List<String> command) {
            String program = program(command);
            return program.equals("pytest")
                    || program.equals("py.test")
                    || (program.startsWith("python")
                            && command.size() > 2
                            && command.get(1).equals("-m")
                            && command.get(2).equals("pytest"));
        }

        @Override
        Invocation invocation(List<String> command, String results) {
            return stated(command, "--benchmark-json")
                    .map(given -> Invocation.leaving(command, given))
                    .orElseGet(() -> Invocation.with(command, results, "--benchmark-json=" + results));
        }
    },
    HYPERFINE("hyperfine", ".json") {
        @Override
        boolean isStartedBy(List<String> command) {
            return program(command).equals("hyperfine");
        }

        @Override
        Invocation invocation(List<String> command, String results) {
            return stated(command, "--export-json")
                    .map(given -> Invocation.leaving(command, given))
                    .orElseGet(() -> Invocation.with(command, results, "--export-json", results));
        }
    },
    GOOGLE_BENCHMARK("google-benchmark", ".json") {
        @Override
        boolean isStartedBy(List<String> command) {
            return command.stream().skip(1).anyMatch(word -> word.startsWith("--benchmark_"));
        }

        @Override
        Invocation invocation(List<String> command, String results) {
            return stated(command, "--benchmark_out")
                    .map(given -> Invocation.leaving(command, given))
                    .orElseGet(() -> Invocation.with(
                            command, results, "--benchmark_out=" + results, "--benchmark_out_format=json"));
        }
    },
    /** Callgrind, or Cachegrind if the command says so: a program's counts are its results. */
    VALGRIND("valgrind", ".out") {
        @Override
        boolean isStartedBy(List<String> command) {
            return program(command).equals("valgrind");
        }

        @Override
        Invocation invocation(List<String> command, String results) {
            String tool = stated(command, "--tool").orElse("");
            if (!tool.equals("callgrind") && !tool.equals("cachegrind")) {
                throw new UsageException("valgrind counts with --tool=callgrind or --tool=cachegrind"
                        + (tool.isEmpty() ? "" : ", not with --tool=" + tool));
            }
            String option = "--" + tool + "-out-file";
            return stated(command, option)
                    .map(given -> Invocation.leaving(command, given))
                    .orElseGet(() -> Invocation.within(command, results, option + "=" + results));
        }
    },
    JMH("jmh", ".json") {
        @Override
        boolean isStartedBy(List<String> command) {
            return program(command).equals("java");
        }

        @Override
        Invocation invocation(List<String> command, String results) {
            return JmhInvocation.of(command, results);
        }
    },
    /** A program that knows nothing of benchmarks: its wall time and peak memory are measured from outside. */
    COMMAND("command", ".json") {
        @Override
        boolean isStartedBy(List<String> command) {
            return false;
        }

        @Override
        Invocation invocation(List<String> command, String results) {
            return Invocation.leaving(command, results);
        }
    },
    /** Whatever else prints results that are read. */
    PRINTED("printed", ".txt") {
        @Override
        boolean isStartedBy(List<String> command) {
            return false;
        }

        @Override
        Invocation invocation(List<String> command, String results) {
            return Invocation.printing(command, results);
        }
    };

    /** How the name of a packed folder ends, which a file of another name may be left as. */
    public static final String PACKED = ".zip";

    private final String id;
    private final String suffix;

    HarnessCommand(String id, String suffix) {
        this.id = id;
        this.suffix = suffix;
    }

    /** What the user calls it. */
    public String id() {
        return id;
    }

    /** How the names of its files end. */
    public String suffix() {
        return suffix;
    }

    /** Whether these words start it. */
    abstract boolean isStartedBy(List<String> command);

    /** The words with what is missing for results in a file; a file that the user names stays. */
    abstract Invocation invocation(List<String> command, String results);

    /** All of them, as an option's description lists them. */
    public static String ids() {
        return Arrays.stream(values()).map(HarnessCommand::id).collect(Collectors.joining(", "));
    }

    /**
     * The one that these words start: JMH if nothing else is recognised, since a script may start it.
     *
     * @param stated what the user says it is; empty: nothing
     */
    public static HarnessCommand of(List<String> command, String stated) {
        if (!stated.isBlank()) {
            return Arrays.stream(values())
                    .filter(each -> each.id.equals(stated.strip()))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("unknown --harness '" + stated + "'; use one of: " + ids()));
        }
        return Arrays.stream(values())
                .filter(each -> each.isStartedBy(command))
                .findFirst()
                .orElse(JMH);
    }

    /**
     * The command of one of several launches.
     *
     * @param results where the results go when the command doesn't say
     * @param launches how many there will be
     * @throws UsageException when each would write over the results of the one before
     */
    public Invocation invocation(List<String> command, String results, int launches) {
        Invocation invocation = invocation(command, results);
        if (launches > 1 && !invocation.results().equals(results)) {
            throw new UsageException("the command itself names " + invocation.results()
                    + " for its results, which each of " + launches
                    + " launches would write over: leave that option out");
        }
        return invocation;
    }

    private static String program(List<String> command) {
        Path name = Path.of(command.get(0)).getFileName();
        return name == null ? "" : name.toString().replaceFirst("\\.exe$", "");
    }

    /** The value of an option, which follows an equals sign or is the next word. */
    private static Optional<String> stated(List<String> command, String option) {
        for (int i = 0; i < command.size(); i++) {
            if (command.get(i).startsWith(option + "=")) {
                return Optional.of(command.get(i).substring(option.length() + 1));
            }
            if (command.get(i).equals(option) && i + 1 < command.size()) {
                return Optional.of(command.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
