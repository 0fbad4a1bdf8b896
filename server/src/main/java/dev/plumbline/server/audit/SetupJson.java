package dev.plumbline.server.audit;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.plumbline.analysis.audit.RunSetup;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.server.database.StoredJson;
import dev.plumbline.server.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The column {@code run.setup}: {@code {"setups": [{…}], "others": {"key": 1}}}.
 *
 * @param setups the different set-ups, the usual one first
 * @param others which of them other benchmarks have
 */
public record SetupJson(List<OneSetup> setups, Map<String, Integer> others) {

    public SetupJson {
        setups = List.copyOf(setups);
        others = Map.copyOf(others);
    }

    /**
     * A set-up without the path of its {@code java}, which says where it was installed. Without a harness it is JMH's: rows were
     * stored before there were others.
     */
    record OneSetup(
            @Nullable String harness,
            @JsonAlias("jmhVersion") String harnessVersion,
            List<String> jvmArgs,
            String jdkVersion,
            String vmName,
            String vmVersion,
            int forks,
            int warmupIterations,
            String warmupTime,
            int warmupBatchSize,
            int measurementIterations,
            String measurementTime,
            int measurementBatchSize,
            @Nullable Map<String, String> settings) {

        OneSetup {
            jvmArgs = List.copyOf(jvmArgs);
            settings = settings == null ? Map.of() : Map.copyOf(settings);
        }

        private static OneSetup of(Setup setup) {
            return new OneSetup(
                    setup.harness().id(),
                    setup.harnessVersion(),
                    setup.jvmArgs(),
                    setup.jdkVersion(),
                    setup.vmName(),
                    setup.vmVersion(),
                    setup.forks(),
                    setup.warmupIterations(),
                    setup.warmupTime(),
                    setup.warmupBatchSize(),
                    setup.measurementIterations(),
                    setup.measurementTime(),
                    setup.measurementBatchSize(),
                    setup.settings());
        }

        private Setup setup() {
            return new Setup(
                    harness == null ? Harness.JMH : Harness.ofId(harness).orElse(Harness.OTHER),
                    harnessVersion,
                    "",
                    jvmArgs,
                    jdkVersion,
                    vmName,
                    vmVersion,
                    forks,
                    warmupIterations,
                    warmupTime,
                    warmupBatchSize,
                    measurementIterations,
                    measurementTime,
                    measurementBatchSize,
                    new TreeMap<>(settings == null ? Map.of() : settings));
        }
    }

    /** The column's text. */
    public static String write(RunSetup setup) {
        return StoredJson.text(
                new SetupJson(setup.setups().stream().map(OneSetup::of).toList(), setup.others()));
    }

    /** What {@link #write} wrote. */
    public static RunSetup read(String json) {
        SetupJson stored = Json.read(json, SetupJson.class);
        return new RunSetup(stored.setups().stream().map(OneSetup::setup).toList(), stored.others());
    }
}
