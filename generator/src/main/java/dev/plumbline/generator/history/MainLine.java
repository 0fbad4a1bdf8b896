package dev.plumbline.generator.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The base branch: the commits that were measured, and those between them that weren't. */
public final class MainLine {

    /** How much time it takes. */
    public static final Duration SPAN = Duration.ofDays(92);

    private static final double UNMEASURED = 0.25;
    private static final double JITTER = 0.6;
    private static final Duration LAST = Duration.ofHours(5);

    private final List<Commit> commits = new ArrayList<>();
    private final List<Integer> measured = new ArrayList<>();
    private final List<PlantedChange> changes;

    /**
     * A line that ends shortly before a time.
     *
     * @param places how many commits are measured
     */
    public MainLine(Chance chance, int places, List<PlantedChange> changes, Instant until) {
        this.changes = List.copyOf(changes);
        SplittableRandom random = chance.of("line");
        List<Integer> placeOf = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            if (place > 0 && random.nextDouble() < UNMEASURED) {
                placeOf.add(-1);
            }
            measured.add(placeOf.size());
            placeOf.add(place);
        }
        Duration pause = SPAN.dividedBy(placeOf.size());
        Instant first = until.minus(LAST).minus(pause.multipliedBy(placeOf.size() - 1L));
        for (int number = 0; number < placeOf.size(); number++) {
            boolean isLast = number == placeOf.size() - 1;
            long late = isLast ? 0 : (long) (pause.toSeconds() * JITTER * random.nextDouble());
            Optional<String> parent = number == 0
                    ? Optional.empty()
                    : Optional.of(commits.get(number - 1).sha());
            String subject = subject(placeOf.get(number), number);
            commits.add(new Commit(
                    chance.sha("commit", number),
                    parent,
                    first.plus(pause.multipliedBy(number)).plusSeconds(late).truncatedTo(ChronoUnit.SECONDS),
                    Author.of(subject, random.nextInt(1_000)),
                    subject));
        }
    }

    private String subject(int place, int number) {
        for (PlantedChange change : changes) {
            if (place >= 0 && change.from() == place && !change.subject().isEmpty()) {
                return change.subject();
            }
            if (place >= 0 && change.until() == place && !change.undoing().isEmpty()) {
                return change.undoing();
            }
        }
        return Subjects.of(number);
    }

    /** How many commits were measured. */
    public int places() {
        return measured.size();
    }

    /** A measured commit by its place. */
    public Commit at(int place) {
        return commits.get(measured.get(place));
    }

    /** The first-parent log of a measured commit, from it back to the first commit. */
    public List<Commit> log(int place) {
        List<Commit> log = new ArrayList<>();
        for (int number = measured.get(place); number >= 0; number--) {
            log.add(commits.get(number));
        }
        return log;
    }

    /** What the benchmarks measure at a place. */
    public Code code(int place) {
        return new Code(changes.stream()
                .filter(each -> each.in(place))
                .map(PlantedChange::effect)
                .toList());
    }
}
