package dev.plumbline.analysis.segment;

/**
 * Where a shift between two levels may be: the shortest interval around the best place that has 95 % of the posterior probability, all
 * places being as likely before.
 *
 * @param earliest the first run that may be the first at the new level
 * @param best the one that most likely is
 * @param latest the last one that may be
 */
record Places(int earliest, int best, int latest) {

    /** The probability that the interval must have. It ends with the run that reaches it, and so holds the place in 95 % of cases. */
    private static final double CONFIDENCE = 0.94;

    /** So many nats worse than the best place, with the levels as they are estimated, a place doesn't matter. */
    private static final double NEGLIGIBLE = 10;

    /** How much the error of the levels counts in this. */
    private static final double ERRORS = 15;

    /** A place that was told before stays until another one is better by so many nats: else it would move to and fro with every run. */
    private static final double NATS_TO_MOVE = 2;

    /**
     * The places of one shift.
     *
     * @param noise of the runs
     * @param from the first run at the old level
     * @param begun the first run at the new level, as far as is known
     * @param to the end of the runs at the new level
     * @param before the old level
     * @param after the new level
     * @param company with the places that were told before
     */
    static Places of(NoiseModel noise, int from, int begun, int to, double before, double after, Company company) {
        int first = from + 1;
        double[] costs = costs(noise, from, to, before, after);
        int best = least(costs);
        double difference = after - before;
        double error = noise.runScale() * noise.runScale() * (1.0 / (begun - from) + 1.0 / (to - begun));
        double most = costs[best] + NEGLIGIBLE * (1 + ERRORS * error / (difference * difference));
        best = told(costs, best, first, company);
        int earliest = best;
        int latest = best;
        for (int i = 0; i < costs.length; i++) {
            if (costs[i] < most) {
                earliest = Math.min(earliest, i);
                latest = Math.max(latest, i);
            }
        }
        double[] probabilities = new PlacePosterior(noise, before, begun - from, after, to - begun)
                .of(first + earliest, first + latest, from, to, before, after);
        return around(best - earliest, probabilities, first + earliest);
    }

    /** The first run at the new level that most likely is, of a shift between the runs in [from, to). */
    static int best(NoiseModel noise, int from, int to, double before, double after, Company company) {
        double[] costs = costs(noise, from, to, before, after);
        return from + 1 + told(costs, least(costs), from + 1, company);
    }

    /** What the runs cost beside the first place, for each place in (from, to). */
    private static double[] costs(NoiseModel noise, int from, int to, double before, double after) {
        double[] costs = new double[to - from - 1];
        for (int i = 1; i < costs.length; i++) {
            int run = from + i;
            costs[i] =
                    costs[i - 1] + noise.loss().of(run, before) - noise.loss().of(run, after);
        }
        return costs;
    }

    private static int least(double[] costs) {
        int least = 0;
        for (int i = 1; i < costs.length; i++) {
            least = costs[i] < costs[least] ? i : least;
        }
        return least;
    }

    private static int told(double[] costs, int best, int first, Company company) {
        int known = company.known(first + best) - first;
        return known >= 0 && known < costs.length && costs[known] - costs[best] < NATS_TO_MOVE ? known : best;
    }

    private static Places around(int best, double[] probabilities, int first) {
        double sum = 0;
        for (double probability : probabilities) {
            sum += probability;
        }
        int last = probabilities.length - 1;
        int earliest = best;
        int latest = best;
        double held = probabilities[best];
        while (held < CONFIDENCE * sum && (earliest > 0 || latest < last)) {
            double before = earliest > 0 ? probabilities[earliest - 1] : -1;
            double after = latest < last ? probabilities[latest + 1] : -1;
            held += Math.max(before, after);
            if (before > after) {
                earliest--;
            } else {
                latest++;
            }
        }
        return new Places(first + earliest, first + best, first + latest);
    }
}
