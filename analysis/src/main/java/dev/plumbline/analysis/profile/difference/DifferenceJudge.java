package dev.plumbline.analysis.profile.difference;

import dev.plumbline.analysis.profile.FrameKind;
import dev.plumbline.analysis.profile.FunctionWeight;
import dev.plumbline.analysis.profile.ProfiledEvent;
import dev.plumbline.analysis.profile.ProfiledEvent.Sampling;
import dev.plumbline.analysis.profile.Weight;
import dev.plumbline.analysis.profile.difference.CostChange.Finding;
import dev.plumbline.analysis.profile.difference.ProfileDifference.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compares two sides function by function; docs/profiles.md describes the method. */
public final class DifferenceJudge {

    private final DifferenceSettings settings;
    private final Side base;
    private final Side head;
    private final List<Map<String, FunctionWeight>> before;
    private final List<Map<String, FunctionWeight>> after;
    private final Weight[] wholesBefore;
    private final Weight[] wholesAfter;

    private DifferenceJudge(Side base, Side head, DifferenceSettings settings) {
        this.settings = settings;
        this.base = base;
        this.head = head;
        this.before = base.functions();
        this.after = head.functions();
        this.wholesBefore = base.wholes();
        this.wholesAfter = head.wholes();
    }

    /** The difference of two sides, which have the same event. */
    public static ProfileDifference compare(Side base, Side head, DifferenceSettings settings) {
        return new DifferenceJudge(base, head, settings).compare();
    }

    private ProfileDifference compare() {
        Sampling sampling = sampling();
        boolean perOperation = !Double.isNaN(base.operations()) && !Double.isNaN(head.operations());
        Measure measure =
                perOperation ? Measure.PER_OPERATION : sampling == Sampling.EXACT ? Measure.COUNT : Measure.SHARE;
        List<String> names = new ArrayList<>(names());
        List<CostChange> selves = changes(names, FunctionWeight::self, sampling, measure);
        List<CostChange> totals = changes(names, FunctionWeight::total, sampling, measure);
        List<FunctionChange> functions = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            functions.add(change(names.get(i), selves.get(i), totals.get(i)));
        }
        functions.sort(Comparator.comparingInt((FunctionChange each) -> rank(each.self()))
                .thenComparingDouble(each -> -Math.abs(each.self().difference()))
                .thenComparingDouble(each -> -Math.abs(each.total().difference()))
                .thenComparing(FunctionChange::function));
        ProfiledEvent event = base.recordings().get(0);
        return new ProfileDifference(
                event.name(),
                event.unit(),
                sampling,
                measure,
                sum(wholesBefore),
                sum(wholesAfter),
                settings.confidence(),
                functions);
    }

    private Sampling sampling() {
        Set<Sampling> all = new LinkedHashSet<>();
        Stream.concat(base.recordings().stream(), head.recordings().stream())
                .forEach(recording -> all.add(recording.sampling()));
        return all.size() == 1 ? all.iterator().next() : Sampling.UNKNOWN;
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        before.forEach(recording -> names.addAll(recording.keySet()));
        after.forEach(recording -> names.addAll(recording.keySet()));
        return names;
    }

    private List<CostChange> changes(
            List<String> names, Function<FunctionWeight, Weight> cost, Sampling sampling, Measure measure) {
        boolean perOperation = measure == Measure.PER_OPERATION;
        List<Observed[]> observed = names.stream()
                .map(name -> new Observed[] {
                    observed(name, before, wholesBefore, cost, perOperation ? base.operations() : Double.NaN),
                    observed(name, after, wholesAfter, cost, perOperation ? head.operations() : Double.NaN)
                })
                .toList();
        return switch (sampling) {
            case SAMPLED -> SampledChanges.of(observed, settings);
            case EXACT ->
                observed.stream()
                        .map(pair -> measure == Measure.COUNT
                                ? CostChange.exact((double) pair[0].part().sum(), (double)
                                        pair[1].part().sum())
                                : CostChange.exact(pair[0].value(), pair[1].value()))
                        .toList();
            case UNKNOWN ->
                observed.stream()
                        .map(pair -> new CostChange(
                                pair[0].value(), pair[1].value(), Double.NaN, Double.NaN, Double.NaN, Finding.UNPROVEN))
                        .toList();
        };
    }

    private static Observed observed(
            String name,
            List<Map<String, FunctionWeight>> recordings,
            Weight[] wholes,
            Function<FunctionWeight, Weight> cost,
            double operations) {
        Weight[] parts = recordings.stream()
                .map(recording ->
                        Optional.ofNullable(recording.get(name)).map(cost).orElse(Weight.NONE))
                .toArray(Weight[]::new);
        return new Observed(parts, wholes, operations);
    }

    private FunctionChange change(String name, CostChange self, CostChange total) {
        boolean inBase = before.stream().anyMatch(recording -> recording.containsKey(name));
        boolean inHead = after.stream().anyMatch(recording -> recording.containsKey(name));
        FrameKind kind = Stream.concat(after.stream(), before.stream())
                .flatMap(recording -> Optional.ofNullable(recording.get(name)).stream())
                .map(FunctionWeight::kind)
                .findFirst()
                .orElse(FrameKind.UNKNOWN);
        return new FunctionChange(name, kind, inBase, inHead, self, total);
    }

    private static int rank(CostChange self) {
        return switch (self.finding()) {
            case HOTTER -> 0;
            case COLDER -> 1;
            case UNPROVEN -> 2;
        };
    }

    private static Weight sum(Weight[] weights) {
        return Stream.of(weights).reduce(Weight.NONE, Weight::plus);
    }
}
