package dev.plumbline.generator.history;

import static dev.plumbline.generator.suite.MeasuredQuantity.BYTES;
import static dev.plumbline.generator.suite.MeasuredQuantity.INSTRUCTIONS;
import static dev.plumbline.generator.suite.MeasuredQuantity.TIME;

import dev.plumbline.generator.history.PlantedEffect.Absence;
import dev.plumbline.generator.history.PlantedEffect.Move;
import dev.plumbline.generator.history.PlantedEffect.NewMachine;
import dev.plumbline.generator.history.PlantedEffect.Shift;
import dev.plumbline.generator.suite.Benchmark;
import dev.plumbline.generator.suite.MeasuredQuantity;
import dev.plumbline.generator.suite.Suite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What happens to a suite: on the base branch, and on branches. The numbers of classes are their places in the suite. */
public final class Plan {

    private static final Set<Environment> EVERYWHERE = Set.of(Environment.CI, Environment.LAB);

    private final Suite suite;
    private final int commits;
    private final Set<Integer> taken = new HashSet<>();
    private final List<PlantedChange> changes = new ArrayList<>();

    /** A plan for so many measured commits. */
    public Plan(Suite suite, int commits) {
        this.suite = suite;
        this.commits = commits;
        plant();
    }

    /** What happens on the base branch. */
    public List<PlantedChange> changes() {
        return List.copyOf(changes);
    }

    private void plant() {
        changes.add(new PlantedChange("", new Absence(all(9)), 0, place(0.25), "Measure the ring buffer"));
        add("Read numbers without making a String of them", 0.15, time(all(0), 0.82));
        int checked = place(0.3);
        changes.add(new PlantedChange(
                "Check every index of the tokenizer",
                time(all(1), 1.15),
                checked,
                place(0.55),
                "Check indices of the tokenizer only where they come from outside"));
        int lost = place(0.38);
        changes.add(new PlantedChange("", new Absence(all(2)), lost, Math.max(lost + 1, place(0.42)), ""));
        add("Keep the source positions of terms", 0.48, new Shift(all(5), Set.of(BYTES), 1, 24, EVERYWHERE));
        add("", 0.6, new NewMachine(all(), Environment.CI, 0.93));
        add(
                "Compute the checksum with vectors where there is AVX2",
                0.66,
                new Shift(all(6), Set.of(TIME, INSTRUCTIONS), 1.1, 0, Set.of(Environment.LAB)));
        add("Give the codecs a package of their own", 0.72, move(3, "text.codec.Utf8Benchmark"));
        add("Write a checksum after every block of the index", 0.8, time(all(4), 1.3));
        add("Remove XxHash.streaming, which nobody called", 0.85, new Absence(last(8)));
        add("Count the lines that JsonReader has read", 0.9, time(half(0), 1.08));
        changes.add(PlantedChange.lasting("Spread the hashes of IntMap", time(half(2), 1.4), commits - 1));
    }

    /** The branches. */
    public List<Proposal> proposals() {
        return List.of(
                new Proposal(
                        412,
                        "batch-inserts",
                        "Batch inserts into the index",
                        "Priya Raman",
                        3,
                        List.of(new Proposal.Push(
                                "Batch inserts into the index",
                                List.of(
                                        time(all(1), 1.28),
                                        new Shift(all(5), Set.of(BYTES), 1, 160, EVERYWHERE),
                                        time(half(0), 0.85)))),
                        List.of(Environment.CI, Environment.LAB)),
                new Proposal(
                        415,
                        "hash-package",
                        "Move the hash functions to a package of their own",
                        "Ben Okafor",
                        2,
                        List.of(new Proposal.Push(
                                "Move the hash functions to a package of their own",
                                List.of(move(8, "hash.xx.XxHashBenchmark")))),
                        List.of(Environment.CI)),
                new Proposal(
                        418,
                        "zoe/profile-of-io-benchmarks-that-need-a-disk",
                        "Measure what needs a disk only in a profile of its own",
                        "Zoë Lindqvist",
                        2,
                        List.of(new Proposal.Push(
                                "Measure what needs a disk only in a profile of its own",
                                List.of(new Absence(all(7)), new Absence(half(6))))),
                        List.of(Environment.CI)),
                new Proposal(
                        421,
                        "renovate/junit",
                        "Bump junit to 6.1.3",
                        "renovate[bot]",
                        1,
                        List.of(new Proposal.Push("Bump junit to 6.1.3", List.of())),
                        List.of(Environment.CI)),
                new Proposal(
                        423,
                        "stream-blocks",
                        "Stream compressed blocks",
                        "Aiko Tanaka",
                        1,
                        List.of(
                                new Proposal.Push("Stream compressed blocks", List.of(time(all(6), 1.2))),
                                new Proposal.Push("Reuse the buffer of a block", List.of())),
                        List.of(Environment.CI)),
                new Proposal(
                        0,
                        "experiment/simd-hash",
                        "",
                        "Tomás Ferreira",
                        1,
                        List.of(new Proposal.Push(
                                "Try the vector API for hashing", List.of(time(all(8), 0.7), time(half(3), 1.2)))),
                        List.of(Environment.CI)));
    }

    private void add(String subject, double share, PlantedEffect effect) {
        changes.add(PlantedChange.lasting(subject, effect, place(share)));
    }

    /** A place in the history that no other change has. */
    private int place(double share) {
        int place = (int) Math.round(share * (commits - 1));
        while (!taken.add(place)) {
            place++;
        }
        return place;
    }

    private static Shift time(Set<Integer> benchmarks, double factor) {
        Set<MeasuredQuantity> quantities = Set.of(TIME, INSTRUCTIONS);
        return new Shift(benchmarks, quantities, factor, 0, EVERYWHERE);
    }

    private Move move(int index, String name) {
        return new Move(all(index), suite.classes().get(index), Suite.PACKAGE + "." + name);
    }

    private Set<Integer> all() {
        return numbers(suite.benchmarks());
    }

    private Set<Integer> all(int index) {
        return numbers(suite.ofClass(index));
    }

    private Set<Integer> half(int index) {
        List<Benchmark> benchmarks = suite.ofClass(index);
        return numbers(benchmarks.subList(0, (benchmarks.size() + 1) / 2));
    }

    private Set<Integer> last(int index) {
        List<Benchmark> benchmarks = suite.ofClass(index);
        String method = benchmarks.get(benchmarks.size() - 1).method();
        return benchmarks.stream()
                .filter(each -> each.method().equals(method))
                .map(Benchmark::number)
                .collect(Collectors.toSet());
    }

    private static Set<Integer> numbers(List<Benchmark> benchmarks) {
        return benchmarks.stream().map(Benchmark::number).collect(Collectors.toSet());
    }
}
