package dev.plumbline.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

    /** Every row of the table, by the symbol that values are kept in. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s/op        | TIME       | LOWER_IS_BETTER  | slower          | faster          | time per operation
            s           | TIME       | LOWER_IS_BETTER  | slower          | faster          | time
            ops/s       | THROUGHPUT | HIGHER_IS_BETTER | slower          | faster          | operations per second
            items/s     | THROUGHPUT | HIGHER_IS_BETTER | slower          | faster          | items per second
            B/op        | ALLOCATION | LOWER_IS_BETTER  | more allocation | less allocation | bytes per operation
            B           | SIZE       | LOWER_IS_BETTER  | more            | less            | bytes
            KiB         | COUNT      | LOWER_IS_BETTER  | more            | less            | kibibytes
            B/s         | BANDWIDTH  | HIGHER_IS_BETTER | less            | more            | bytes per second
            MB/sec      | BANDWIDTH  | HIGHER_IS_BETTER | less            | more            | bytes per second
            bit/s       | THROUGHPUT | HIGHER_IS_BETTER | slower          | faster          | bits per second
            elem/s      | THROUGHPUT | HIGHER_IS_BETTER | slower          | faster          | elements per second
            item/s      | THROUGHPUT | HIGHER_IS_BETTER | slower          | faster          | items per second
            char/s      | THROUGHPUT | HIGHER_IS_BETTER | slower          | faster          | characters per second
            cycles/s    | THROUGHPUT | HIGHER_IS_BETTER | slower          | faster          | cycles per second
            #/op        | COUNT      | LOWER_IS_BETTER  | more            | less            | events per operation
            #           | COUNT      | NOT_KNOWN        | more            | less            | events
            counts      | COUNT      | NOT_KNOWN        | more            | less            | events
            allocs/op   | COUNT      | LOWER_IS_BETTER  | more            | less            | allocations per operation
            instructions | EXACT_COUNT | LOWER_IS_BETTER  | more            | less            | instructions
            cycles      | COUNT      | LOWER_IS_BETTER  | more            | less            | cycles
            accesses    | EXACT_COUNT      | LOWER_IS_BETTER  | more            | less            | accesses to memory
            misses      | COUNT      | LOWER_IS_BETTER  | more            | less            | cache misses
            branches    | EXACT_COUNT      | LOWER_IS_BETTER  | more            | less            | branches
            mispredictions | COUNT   | LOWER_IS_BETTER  | more            | less            | mispredicted branches
            blocks      | EXACT_COUNT      | LOWER_IS_BETTER  | more            | less            | blocks of the heap
            errors      | COUNT      | LOWER_IS_BETTER  | more            | less            | errors
            polls       | COUNT      | LOWER_IS_BETTER  | more            | less            | polls
            wakes       | COUNT      | LOWER_IS_BETTER  | more            | less            | wakes
            classes/op  | COUNT      | LOWER_IS_BETTER  | more            | less            | classes per operation
            classes/sec | COUNT      | LOWER_IS_BETTER  | more            | less            | classes per second
            events/s    | RATIO      | NOT_KNOWN        | higher          | lower           | events per second
            %           | RATIO      | LOWER_IS_BETTER  | higher          | lower           | percent
            clks/insn   | RATIO      | LOWER_IS_BETTER  | higher          | lower           | cycles per instruction
            insns/clk   | RATIO      | HIGHER_IS_BETTER | lower           | higher          | instructions per cycle
            """)
    void knowsTheFamilyTheDirectionAndTheWords(
            String symbol, UnitFamily family, Direction direction, String worse, String better, String noun) {
        Unit unit = Unit.of(symbol);
        assertThat(unit.base()).isEqualTo(symbol);
        assertThat(unit.factor()).isEqualTo(1);
        assertThat(unit.known()).isTrue();
        assertThat(unit.family()).isEqualTo(family);
        assertThat(unit.direction()).isEqualTo(direction);
        assertThat(unit.word(true)).isEqualTo(worse);
        assertThat(unit.word(false)).isEqualTo(better);
        assertThat(unit.kept().noun()).isEqualTo(noun);
    }

    @Test
    void hasNoRowThatTheTableAboveLeavesOut() {
        assertThat(KnownUnits.ROWS).hasSize(34);
    }

    /** No symbol may stand for two units. */
    @Test
    void hasEachSymbolOnce() {
        List<String> symbols = KnownUnits.ROWS.stream()
                .flatMap(row -> row.spellings().stream().map(UnitSpelling.Spelled::symbol))
                .filter(symbol -> KnownUnits.ROWS.stream()
                        .noneMatch(row -> row.base().symbol().equals(symbol)))
                .toList();
        assertThat(symbols).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "ns/op, s/op, 1e-9",
        "us/op, s/op, 1e-6",
        "µs/op, s/op, 1e-6",
        "ms/op, s/op, 1e-3",
        "min/op, s/op, 60",
        "hr/op, s/op, 3600",
        "day/op, s/op, 86400",
        "sec/op, s/op, 1",
        "ops/ns, ops/s, 1e9",
        "ops/us, ops/s, 1e6",
        "ops/ms, ops/s, 1e3",
        "ops/min, ops/s, 0.016666666666666666",
        "ops/sec, ops/s, 1",
        "op/s, ops/s, 1",
        "ns, s, 1e-9",
        "μs, s, 1e-6",
        "msec, s, 1e-3",
        "Seconds, s, 1",
        "milliseconds, s, 1e-3",
        "bytes, B, 1",
        "bytes/op, B/op, 1",
        "kB/s, B/s, 1e3",
        "MB/s, B/s, 1e6",
        "GB/s, B/s, 1e9"
    })
    void keepsWhatFilesWriteInABaseUnit(String symbol, String base, double factor) {
        Unit unit = Unit.of(symbol);
        assertThat(unit.symbol()).isEqualTo(symbol);
        assertThat(unit.base()).isEqualTo(base);
        assertThat(unit.factor()).isCloseTo(factor, within(1e-15 * factor));
        assertThat(unit.direction()).isEqualTo(Unit.of(base).direction());
    }

    /** An unknown symbol that only looks like a known one in capitals is not the known one: MS are no ms. */
    @ParameterizedTest
    @ValueSource(strings = {"widgets", "", "?", "MS", "S", "b/op", "ops/fortnight", "ns/o"})
    void keepsAnUnknownUnitAsItIsWritten(String symbol) {
        Unit unit = Unit.of(symbol);
        assertThat(unit.base()).isEqualTo(symbol);
        assertThat(unit.factor()).isEqualTo(1);
        assertThat(unit.known()).isFalse();
        assertThat(unit.family()).isEqualTo(UnitFamily.UNKNOWN);
        assertThat(unit.kept().noun()).isEqualTo(symbol);
    }

    @Test
    void knowsNoDirectionOfAnUnknownUnitUnlessItIsARate() {
        assertThat(Unit.of("widgets").direction()).isEqualTo(Direction.NOT_KNOWN);
        assertThat(Unit.of("widgets").directed()).isFalse();
        assertThat(Unit.of("widgets").word(true)).isEqualTo("more");
        assertThat(Unit.of("reqs/s").direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(Unit.of("reqs/s").directed()).isTrue();
        assertThat(Unit.of("reqs/s").word(true)).isEqualTo("less");
        Unit score = Unit.of("points").with(Direction.HIGHER_IS_BETTER);
        assertThat(score.word(true)).isEqualTo("less");
    }

    /** More of anything in a time is better, whatever it is and whatever the time is called. */
    @ParameterizedTest
    @ValueSource(
            strings = {"MB/s", "kB/s", "rows/s", "#/s", "rows/sec", "#/min", "pages/hour", "X/time", "req/ms", "Msgs/S"
            })
    void takesMoreOfARateOfAnyUnitAsBetter(String symbol) {
        assertThat(Unit.of(symbol).direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "counts", "widgets", "", "/s", "rows/page", "a/b/page"})
    void guessesNoDirection(String symbol) {
        assertThat(Unit.of(symbol).directed()).isFalse();
        assertThat(Unit.of(symbol).with(Direction.HIGHER_IS_BETTER).directed()).isTrue();
    }

    @Test
    void giveAnAxisThePrefixOfItsValues() {
        assertThat(label("s/op", 2.4e-6)).isEqualTo("µs/op");
        assertThat(label("ops/s", 3.52e6)).isEqualTo("Mops/s");
        assertThat(label("B/op", 9_999)).isEqualTo("B/op");
        assertThat(label("B/op", 12_300)).isEqualTo("kB/op");
        assertThat(label("MB/sec", 1_204)).isEqualTo("GB/s");
        assertThat(label("counts", 1e7)).isEqualTo("counts");
        assertThat(label("s/op", 0)).isEqualTo("s/op");
        assertThat(label("", 12_300)).isEmpty();
        assertThat(Unit.of("s/op").scale(2.4e-6).factor()).isCloseTo(1e6, within(1e-6));
        // 1,204 MB are 1.204 GB.
        assertThat(1_204 * Unit.of("MB/sec").scale(1_204).factor()).isCloseTo(1.204, within(1e-12));
    }

    private static String label(String symbol, double typical) {
        return Unit.of(symbol).scale(typical).label();
    }
}
