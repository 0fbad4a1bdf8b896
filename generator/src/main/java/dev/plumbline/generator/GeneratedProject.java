package dev.plumbline.generator;

import dev.plumbline.generator.document.JmhDocument;
import dev.plumbline.generator.history.BranchLine;
import dev.plumbline.generator.history.Chance;
import dev.plumbline.generator.history.Commit;
import dev.plumbline.generator.history.Environment;
import dev.plumbline.generator.history.GeneratedRun;
import dev.plumbline.generator.history.MainLine;
import dev.plumbline.generator.history.Plan;
import dev.plumbline.generator.history.PlantedChange;
import dev.plumbline.generator.history.Proposal;
import dev.plumbline.generator.suite.Suite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A made-up project whose changes are known: its suite, its history on the base branch and on pull requests, and the results
 * of every run. The same size, seed and time give the same bytes.
 */
public final class GeneratedProject {

    /** The base branch. */
    public static final String BASE_BRANCH = "main";

    /** The repository, as GitHub names it. */
    public static final String REPOSITORY = "heron-text/heron";

    private static final Duration QUEUE = Duration.ofMinutes(18);
    private static final Duration UNTIL_NIGHT = Duration.ofHours(9);
    private static final Duration RERUN = Duration.ofHours(2);
    private static final long FIRST_BUILD = 17_340_112_000L;
    private static final long BUILDS = 137;
    private static final long NIGHTLY = 1;
    private static final double GAP_BEGINS = 0.5;
    private static final double GAP_ENDS = 0.62;
    private static final double RERUN_AT = 0.44;

    private final ProjectSize size;
    private final Suite suite;
    private final Plan plan;
    private final Chance chance;
    private final MainLine main;
    private final List<BranchLine> branches;

    /**
     * A project.
     *
     * @param seed the seed of all that is left to chance
     * @param until the time shortly before which the history ends
     */
    public GeneratedProject(ProjectSize size, long seed, Instant until) {
        this.size = size;
        this.suite = Suite.of(size.benchmarks());
        this.plan = new Plan(suite, size.commits());
        this.chance = new Chance(seed);
        this.main = new MainLine(chance, size.commits(), plan.changes(), until);
        this.branches = plan.proposals().stream()
                .map(proposal -> new BranchLine(chance, proposal, main))
                .toList();
    }

    /** The benchmarks. */
    public Suite suite() {
        return suite;
    }

    /** The branches besides the base branch. */
    public List<Proposal> proposals() {
        return plan.proposals();
    }

    /** All runs, in the order of their times. */
    public List<GeneratedRun> runs() {
        List<GeneratedRun> runs = new ArrayList<>();
        for (int place = 0; place < main.places(); place++) {
            runs.add(mainRun(Environment.CI, place, 1));
            if (measuredAtNight(place)) {
                runs.add(mainRun(Environment.LAB, place, 1));
            }
            if (place == share(RERUN_AT)) {
                runs.add(mainRun(Environment.CI, place, 2));
            }
        }
        for (int number = 0; number < branches.size(); number++) {
            Proposal proposal = plan.proposals().get(number);
            for (int push = 0; push < proposal.pushes().size(); push++) {
                for (Environment environment : proposal.environments()) {
                    runs.add(branchRun(environment, number, push));
                }
            }
        }
        runs.sort(Comparator.comparing(GeneratedRun::startedAt).thenComparing(GeneratedRun::environment));
        return runs;
    }

    /** The benchmarks of a run in two files, as the jobs of two groups of modules write them; without any, a file is left out. */
    public List<byte[]> documents(GeneratedRun run) {
        int half = suite.benchmarks().size() / 2;
        JmhDocument document = new JmhDocument(run, chance, size.forks(), size.iterations());
        return run.environment() == Environment.LAB
                ? List.of(document.bytes(suite.benchmarks()))
                : List.of(
                        document.bytes(suite.benchmarks().subList(0, half)),
                        document.bytes(suite.benchmarks()
                                .subList(half, suite.benchmarks().size())));
    }

    /** What really happened, on the base branch in the order of its commits, then on the other branches. */
    public List<Truth> truth() {
        List<Truth> truth = new ArrayList<>();
        for (int place = 0; place < main.places(); place++) {
            for (PlantedChange change : plan.changes()) {
                if (change.from() == place) {
                    truth.add(new Truth(main.at(place), BASE_BRANCH, false, change.effect()));
                }
                if (change.until() == place) {
                    truth.add(new Truth(main.at(place), BASE_BRANCH, true, change.effect()));
                }
            }
        }
        for (int number = 0; number < branches.size(); number++) {
            Proposal proposal = plan.proposals().get(number);
            for (int push = 0; push < proposal.pushes().size(); push++) {
                Commit commit = branches.get(number).at(push);
                proposal.pushes().get(push).effects().stream()
                        .map(effect -> new Truth(commit, proposal.branch(), false, effect))
                        .forEach(truth::add);
            }
        }
        return truth;
    }

    private boolean measuredAtNight(int place) {
        boolean down = share(GAP_BEGINS) <= place && place < share(GAP_ENDS);
        return !down && place % 2 == (main.places() - 1) % 2;
    }

    private int share(double share) {
        return (int) Math.round(share * (main.places() - 1));
    }

    private GeneratedRun mainRun(Environment environment, int place, int attempt) {
        Duration later = switch (environment) {
            case CI -> attempt == 1 ? QUEUE : QUEUE.plus(RERUN);
            case LAB -> place == main.places() - 1 ? QUEUE.multipliedBy(2) : UNTIL_NIGHT;
        };
        return new GeneratedRun(
                environment,
                BASE_BRANCH,
                main.log(place),
                0,
                main.code(place),
                main.at(place).at().plus(later),
                FIRST_BUILD + BUILDS * place + (environment == Environment.CI ? 0 : NIGHTLY),
                attempt);
    }

    private GeneratedRun branchRun(Environment environment, int number, int push) {
        Proposal proposal = plan.proposals().get(number);
        BranchLine branch = branches.get(number);
        return new GeneratedRun(
                environment,
                proposal.branch(),
                branch.log(push),
                proposal.number(),
                branch.code(push),
                branch.at(push).at().plus(QUEUE),
                FIRST_BUILD
                        + BUILDS * (main.places() + branches.size() * push + number)
                        + (environment == Environment.CI ? 0 : NIGHTLY),
                1);
    }
}
