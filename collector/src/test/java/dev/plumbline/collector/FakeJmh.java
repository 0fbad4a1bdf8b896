package dev.plumbline.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A command that behaves like JMH as far as its caller sees it: lists benchmarks, writes a document with a fork of a calm
 * benchmark, fails when it is told to. It writes down each launch.
 */
final class FakeJmh {

    private static final String SCRIPT = """
        # level in ns/op, names of benchmarks joined by commas, then JMH's arguments
        here=$(dirname "$0"); level=$1; names=$2; shift 2
        echo "$level $*" >> "$here/launches"
        results=jmh-result.json; list=; previous=
        for word; do
          [ "$previous" = -rff ] && results=$word
          [ "$word" = -l ] && list=yes
          previous=$word
        done
        if [ -n "$list" ]; then echo; echo "Benchmarks: "; echo "$names" | tr , '\\n'; exit 0; fi
        if [ -e "$here/fails-$level" ]; then echo "<failure>"; echo "java.lang.IllegalStateException: boom"; exit 1; fi
        if [ -e "$here/silent" ]; then exit 0; fi
        n=$(wc -l < "$here/launches")
        if [ -e "$here/hangs" ] && [ "$n" -ge "$(cat "$here/hangs")" ]; then exec sleep 60; fi
        name=$(echo "$1" | tr -d '^$\\\\\\\\')
        value=$(awk "BEGIN { srand($n * 7919); printf \\"%.4f\\", $level * (1 + 0.004 * (rand() - 0.5)) }")
        echo "# Fork: 1 of 1"
        cat > "$results" <<END
        [ { "jmhVersion": "1.37", "benchmark": "$name", "mode": "avgt", "threads": 1, "forks": 1,
            "jvm": "/opt/java/bin/java", "jvmArgs": [], "jdkVersion": "21.0.5", "vmName": "OpenJDK 64-Bit Server VM",
            "vmVersion": "21.0.5+11", "warmupIterations": 5, "warmupTime": "1 s", "warmupBatchSize": 1,
            "measurementIterations": 2, "measurementTime": "1 s", "measurementBatchSize": 1,
            "primaryMetric": { "score": $value, "scoreError": "NaN", "scoreConfidence": ["NaN", "NaN"],
              "scorePercentiles": {"0.0": $value, "50.0": $value, "100.0": $value}, "scoreUnit": "ns/op",
              "rawData": [[$value, $value]] },
            "secondaryMetrics": {} } ]
        END
        """;

    private final Path folder;

    /** A fake in this folder. */
    FakeJmh(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("jmh.sh"), SCRIPT);
    }

    /** The command of a version whose benchmarks take so many ns/op. */
    String version(int level, String... benchmarks) {
        return "sh " + folder.resolve("jmh.sh") + " " + level + " " + String.join(",", benchmarks);
    }

    /** Lets that version fail. */
    void fail(int level) throws IOException {
        Files.createFile(folder.resolve("fails-" + level));
    }

    /** Lets all versions leave no document. */
    void leaveNothing() throws IOException {
        Files.createFile(folder.resolve("silent"));
    }

    /** Lets this launch, counted from 1, and all after it take longer than anybody waits. */
    void hangFrom(int launch) throws IOException {
        Files.writeString(folder.resolve("hangs"), Integer.toString(launch));
    }

    /** The level and the arguments of each launch. */
    List<String> launches() throws IOException {
        return Files.readAllLines(folder.resolve("launches"));
    }
}
