package dev.plumbline.collector.bisect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchRangeTest {

    @Test
    void everyCulpritIsFoundInLogarithmicallyManySteps() {
        for (int culprit = 0; culprit < 33; culprit++) {
            SearchRange range = new SearchRange(33);
            int steps = 0;
            while (range.next().isPresent()) {
                int commit = range.next().getAsInt();
                steps++;
                if (commit >= culprit) {
                    range.bad(commit);
                } else {
                    range.good(commit);
                }
            }
            assertThat(range.suspects()).containsExactly(culprit);
            assertThat(steps).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void whatIsSkippedStaysSuspectWhenNothingElseIsLeft() {
        SearchRange range = new SearchRange(4);
        range.good(0);
        range.skip(1);
        range.skip(2);

        assertThat(range.next()).isEmpty();
        assertThat(range.suspects()).containsExactly(1, 2, 3);
    }

    @Test
    void aNeighbourOfASkippedCommitIsTriedInItsPlace() {
        SearchRange range = new SearchRange(5);
        int middle = range.next().getAsInt();
        range.skip(middle);

        assertThat(range.next()).isPresent();
        assertThat(range.next().getAsInt()).isNotEqualTo(middle);
    }

    @Test
    void oneCommitIsTheCulprit() {
        assertThat(new SearchRange(1).next()).isEmpty();
        assertThat(new SearchRange(1).suspects()).containsExactly(0);
    }
}
