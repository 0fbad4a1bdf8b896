package dev.plumbline.generator;

import dev.plumbline.generator.history.Commit;
import dev.plumbline.generator.history.PlantedEffect;
import dev.plumbline.generator.suite.Suite;
import java.util.stream.Collectors;

/**
 * What a commit of a made-up project really did.
 *
 * @param commit the first measured commit that has it
 * @param branch the commit's branch
 * @param undone whether the commit ended what an earlier one did
 * @param effect what it did, or what it undid
 */
public record Truth(Commit commit, String branch, boolean undone, PlantedEffect effect) {

    /** The truth in one line. */
    public String line(Suite suite) {
        return "%s  %s  %-21s %s%s (%s)"
                .formatted(
                        commit.at().toString().substring(0, 10),
                        commit.sha().substring(0, 10),
                        branch,
                        undone ? "no longer: " : "",
                        effect.words(benchmarks(suite)),
                        commit.subject());
    }

    private String benchmarks(Suite suite) {
        return effect.benchmarks().size()
                + " benchmarks of "
                + effect.benchmarks().stream()
                        .map(number -> suite.benchmarks().get(number).className())
                        .map(name -> name.substring(name.lastIndexOf('.') + 1))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
