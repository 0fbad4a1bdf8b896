package dev.plumbline.analysis.pair;

import java.util.ArrayList;
import java.util.List;

/**
 * When to look at pairs that are measured one after the other. A series is looked at with {@code fewest} pairs, then each
 * time there are a third more, and last with {@code most}; wherever it ends, that counts as a look, too. The plan is fixed before the
 * first value is seen, and says how much of the error probability each look may spend.
 *
 * @param fewest pairs at the first look, at least 2
 * @param most pairs at the last look, at least {@code fewest}
 */
public record PairPlan(int fewest, int most) {

    /** Pairs with which a shift of a few percent can first be told from noise. */
    public static final int DEFAULT_FEWEST = 3;

    /** Pairs with which a usual benchmark, 2 % of noise between forks, is known to 2 %. */
    public static final int DEFAULT_MOST = 20;

    /** Looks at 3, 4, 6, 8, 11, 15 and 20 pairs. */
    public static final PairPlan STANDARD = new PairPlan(DEFAULT_FEWEST, DEFAULT_MOST);

    /** One look, at all pairs. */
    public static final PairPlan ONE_LOOK = new PairPlan(Integer.MAX_VALUE, Integer.MAX_VALUE);

    public PairPlan {
        if (fewest < 2 || most < fewest) {
            throw new IllegalArgumentException("from " + fewest + " to " + most
                    + " pairs: expected at least 2, and no fewer at last than at first");
        }
    }

    /** Whether a series with this many pairs is to be looked at. */
    public boolean looksAt(int pairs) {
        long look = fewest;
        while (look < pairs && look < most) {
            look = next(look);
        }
        return look == pairs;
    }

    /** The pairs at each look up to the one with {@code pairs} pairs, rising; the last is {@code pairs} itself. */
    List<Integer> looks(int pairs) {
        List<Integer> looks = new ArrayList<>();
        for (long look = fewest; look < Math.min(pairs, most); look = next(look)) {
            looks.add((int) look);
        }
        looks.add(pairs);
        return looks;
    }

    /** The share of the data that each of these looks sees; a series with more pairs than planned has all of it only at its end. */
    double[] fractions(List<Integer> looks) {
        int pairs = looks.get(looks.size() - 1);
        double all = this.equals(ONE_LOOK) ? pairs : Math.max(most, pairs);
        return looks.stream().mapToDouble(look -> look / all).toArray();
    }

    private long next(long look) {
        return Math.min(most, Math.max(look + 1, (4 * look + 2) / 3));
    }
}
