package dev.plumbline.collector.duet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.analysis.pair.PairedJudge;
import dev.plumbline.collector.compare.MeasuredRun;
import dev.plumbline.collector.compare.PairedComparison;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.jmh.MergedDocument;
import dev.plumbline.collector.jmh.ResultKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Pairs of single benchmarks of JMH, which can be started one by one.
 *
 * <p>They are not pairs of whole suites for two reasons. The two forks of a pair are one fork apart and not one suite, so that
 * only a drift of the machine within that time affects their difference. And a benchmark that is settled gets no more forks.
 */
public final class JmhPairs implements MeasuredPairs {

    private final DuetSide base;
    private final DuetSide head;
    private final ForkLauncher launcher;
    private final PairedJudge judge;
    private final Interruption interruption;

    private final MergedDocument baseDocument = new MergedDocument();
    private final MergedDocument headDocument = new MergedDocument();

    /** Pairs of two versions; none so far. */
    public JmhPairs(DuetSide base, DuetSide head, ForkLauncher launcher, PairedJudge judge, Interruption interruption) {
        this.base = base;
        this.head = head;
        this.launcher = launcher;
        this.judge = judge;
        this.interruption = interruption;
    }

    @Override
    public boolean measure(String benchmark, boolean headFirst, DuetProgress progress) {
        ForkLauncher.Fork first = fork(headFirst ? head : base, benchmark, progress);
        if (first.failed()) {
            return false;
        }
        ForkLauncher.Fork second = fork(headFirst ? base : head, benchmark, progress);
        if (second.failed()) {
            return false;
        }
        Map<ResultKey, ObjectNode> ofBase = (headFirst ? second : first).results();
        Map<ResultKey, ObjectNode> ofHead = (headFirst ? first : second).results();
        ofBase.forEach((key, result) -> {
            ObjectNode other = ofHead.get(key);
            if (other != null) {
                if (baseDocument.forks(key) != headDocument.forks(key)) {
                    // What only one side had before has no partner, and would be paired with another fork.
                    baseDocument.remove(key);
                    headDocument.remove(key);
                }
                baseDocument.add(key, result);
                headDocument.add(key, other);
            } else if (isNew(key)) {
                baseDocument.add(key, result);
            }
        });
        ofHead.forEach((key, result) -> {
            if (!ofBase.containsKey(key) && isNew(key)) {
                headDocument.add(key, result);
            }
        });
        return true;
    }

    private boolean isNew(ResultKey key) {
        return baseDocument.forks(key) == 0 && headDocument.forks(key) == 0;
    }

    private ForkLauncher.Fork fork(DuetSide version, String benchmark, DuetProgress progress) {
        ForkLauncher.Fork fork = launcher.fork(version, benchmark);
        if (fork.failed() && !interruption.requested()) {
            progress.failure(
                    benchmark + " failed in " + version.name() + ", the pair is left out: " + fork.complaint());
        }
        return fork;
    }

    @Override
    public PairedComparison comparison() {
        if (baseDocument.isEmpty() || headDocument.isEmpty()) {
            return PairedComparison.NONE;
        }
        return PairedComparison.of(run(base, baseDocument), run(head, headDocument), judge);
    }

    @Override
    public Set<String> open() {
        return comparison().open();
    }

    /** What was measured of a version, as a reader of its document sees it. */
    private static MeasuredRun run(DuetSide version, MergedDocument document) {
        try {
            return MeasuredRun.read(
                    version.name(), new ByteArrayInputStream(document.text().getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void write(Path baseFile, Path headFile) throws IOException {
        if (!baseDocument.isEmpty() && !headDocument.isEmpty()) {
            Files.writeString(baseFile, baseDocument.text());
            Files.writeString(headFile, headDocument.text());
        }
    }
}
