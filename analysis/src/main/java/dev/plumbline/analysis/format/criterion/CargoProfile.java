package dev.plumbline.analysis.format.criterion;

import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Setup;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How the benchmarks of a text were built, as Cargo prints it before it runs them: {@code Finished `bench` profile [optimized]
 * target(s) in 1.23s}. A text without that line says nothing, and counts as optimised.
 */
public final class CargoProfile {

    private static final Pattern UNOPTIMIZED = Pattern.compile("\\s{0,20}Finished .{1,60}\\[unoptimized\\b.{0,99}");

    private final Setup unknown;
    private final Setup debug;
    private boolean optimized = true;

    /** The profile of benchmarks of a harness, before its line was read. */
    public CargoProfile(Harness harness) {
        unknown = Setup.unknown(harness);
        debug = Setup.of(harness, "", Map.of(Setup.BUILD, "debug"));
    }

    /** Takes a line of the text, whichever it is. */
    public void read(String line) {
        if (line.contains("Finished ")) {
            optimized = !UNOPTIMIZED.matcher(line).matches();
        }
    }

    /** The set-up of the benchmarks that follow. */
    public Setup setup() {
        return optimized ? unknown : debug;
    }
}
