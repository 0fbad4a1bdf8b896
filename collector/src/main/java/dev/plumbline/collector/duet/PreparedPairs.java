package dev.plumbline.collector.duet;

import dev.plumbline.analysis.pair.PairedJudge;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.harness.HarnessCommand;
import dev.plumbline.collector.jmh.Interruption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two versions that are ready to be measured.
 *
 * @param pairs measures them
 * @param ofBase what the base can measure at a time: single benchmarks of JMH, otherwise everything as one
 * @param ofHead the same of the head
 */
public record PreparedPairs(MeasuredPairs pairs, Set<String> ofBase, Set<String> ofHead) {

    public PreparedPairs {
        ofBase = Set.copyOf(ofBase);
        ofHead = Set.copyOf(ofHead);
    }

    /**
     * Asks JMH what each version has; other harnesses can't be asked, and are started as a whole.
     *
     * @param log the file to which all that is printed is appended
     * @param cargoTarget cargo's target folder if it was set; empty: the usual one
     */
    public static PreparedPairs of(
            Versions versions, PairedJudge judge, Interruption interruption, Path log, String cargoTarget) {
        Path results = temporary(versions.harness().suffix());
        DuetSide base = versions.base();
        DuetSide head = versions.head();
        if (versions.harness() == HarnessCommand.JMH) {
            ForkLauncher launcher = new ForkLauncher(interruption, versions.options(), results, log);
            return new PreparedPairs(
                    new JmhPairs(base, head, launcher, judge, interruption),
                    launcher.benchmarks(base, versions.pattern()),
                    launcher.benchmarks(head, versions.pattern()));
        }
        HarnessPairs pairs = new HarnessPairs(
                versions.harness(), base, head, judge, interruption, new HarnessPairs.Place(results, log, cargoTarget));
        return new PreparedPairs(pairs, Set.of(pairs.unit()), Set.of(pairs.unit()));
    }

    /** What both can measure, sorted. */
    public Set<String> common() {
        Set<String> common = new TreeSet<>(ofBase);
        common.retainAll(ofHead);
        return common;
    }

    private static Path temporary(String suffix) {
        try {
            Path file = Files.createTempFile("plumbline-duet", suffix);
            file.toFile().deleteOnExit();
            // A folder that cargo fills is packed beside it.
            Path packed = file.resolveSibling(file.getFileName().toString().replace(suffix, HarnessCommand.PACKED));
            packed.toFile().deleteOnExit();
            return file;
        } catch (IOException failed) {
            throw new UsageException("can't create a temporary file: " + failed.getMessage());
        }
    }
}
