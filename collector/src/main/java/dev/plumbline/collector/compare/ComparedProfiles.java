package dev.plumbline.collector.compare;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.valgrind.CostByFunction;
import dev.plumbline.analysis.format.valgrind.ProfileKind;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.report.comparison.CostDifference;
import dev.plumbline.collector.command.InputFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two profiles of Callgrind or of Cachegrind.
 *
 * @param kind which of them
 * @param base the file that is compared with
 * @param head the file that is judged
 */
record ComparedProfiles(ProfileKind kind, InputFile base, InputFile head) {

    /** The files as profiles; empty if they aren't two of one kind. */
    static Optional<ComparedProfiles> of(List<InputFile> base, List<InputFile> head) {
        if (base.size() != 1 || head.size() != 1) {
            return Optional.empty();
        }
        Optional<ProfileKind> kind = kind(base.get(0));
        return kind.isPresent() && kind.equals(kind(head.get(0)))
                ? kind.map(both -> new ComparedProfiles(both, base.get(0), head.get(0)))
                : Optional.empty();
    }

    private static Optional<ProfileKind> kind(InputFile file) {
        return file.read(stream -> ResultFormat.recognise(stream, ReadLimits.defaults()))
                .flatMap(ResultFormat::profile);
    }

    /**
     * The base under the name of the head's program if each file has one program: the user says that they are two versions of
     * one, and {@code cmd:} often has the version in its path.
     *
     * @param warnings where it is said that the names differ
     */
    MeasuredRun named(MeasuredRun older, MeasuredRun newer, List<String> warnings) {
        Set<BenchmarkId> before = benchmarks(older);
        Set<BenchmarkId> after = benchmarks(newer);
        if (before.size() != 1 || after.size() != 1 || before.equals(after)) {
            return older;
        }
        BenchmarkId was = before.iterator().next();
        BenchmarkId is = after.iterator().next();
        warnings.add("the base is a profile of " + was.name() + ", the head one of " + is.name()
                + "; they are compared as one benchmark");
        return older.renamed(was, is);
    }

    private static Set<BenchmarkId> benchmarks(MeasuredRun run) {
        Set<BenchmarkId> benchmarks = new LinkedHashSet<>();
        run.series().keySet().forEach(key -> benchmarks.add(key.benchmark()));
        return benchmarks;
    }

    /**
     * The difference by function; none, with a warning, if a file doesn't have its functions or the two count different events.
     */
    Optional<CostDifference> difference(List<String> warnings) {
        List<CostByFunction> sides = new ArrayList<>();
        for (InputFile file : List.of(base, head)) {
            try {
                sides.add(costs(file));
            } catch (DocumentException refused) {
                warnings.add(file.name() + ": its functions can't be compared: " + refused.getMessage());
                return Optional.empty();
            }
        }
        if (!sides.get(0).event().equals(sides.get(1).event())) {
            warnings.add("functions aren't compared: the base counts "
                    + sides.get(0).event() + ", the head " + sides.get(1).event());
            return Optional.empty();
        }
        return Optional.of(CostDifference.of(sides.get(0), sides.get(1)));
    }

    private CostByFunction costs(InputFile file) {
        List<DocumentException> refusals = new ArrayList<>();
        Optional<CostByFunction> costs = file.read(stream -> {
            try {
                return Optional.of(CostByFunction.read(kind, stream, ReadLimits.defaults()));
            } catch (DocumentException refused) {
                refusals.add(refused);
                return Optional.empty();
            }
        });
        return costs.orElseThrow(() -> refusals.get(0));
    }
}
