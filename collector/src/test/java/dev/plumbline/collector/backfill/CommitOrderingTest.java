package dev.plumbline.collector.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommitOrderingTest {

    private static final List<Integer> SEVEN = IntStream.rangeClosed(1, 7).boxed().toList();

    @Test
    void everyNthEndsWithTheLast() {
        assertThat(CommitOrdering.every(SEVEN, 3)).containsExactly(1, 4, 7);
        assertThat(CommitOrdering.every(SEVEN, 4)).containsExactly(3, 7);
        assertThat(CommitOrdering.every(SEVEN, 100)).containsExactly(7);
    }

    @Test
    void thoseThatHalveTheRangeComeFirst() {
        assertThat(CommitOrdering.halving(SEVEN)).containsExactly(4, 2, 6, 1, 3, 5, 7);
        assertThat(CommitOrdering.halving(List.of())).isEmpty();
    }
}
