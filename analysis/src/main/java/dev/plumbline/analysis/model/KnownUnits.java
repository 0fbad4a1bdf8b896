package dev.plumbline.analysis.model;

import static dev.plumbline.analysis.model.Direction.HIGHER_IS_BETTER;
import static dev.plumbline.analysis.model.Direction.LOWER_IS_BETTER;
import static dev.plumbline.analysis.model.Direction.NOT_KNOWN;
import static dev.plumbline.analysis.model.UnitFamily.ALLOCATION;
import static dev.plumbline.analysis.model.UnitFamily.BANDWIDTH;
import static dev.plumbline.analysis.model.UnitFamily.COUNT;
import static dev.plumbline.analysis.model.UnitFamily.EXACT_COUNT;
import static dev.plumbline.analysis.model.UnitFamily.RATIO;
import static dev.plumbline.analysis.model.UnitFamily.SIZE;
import static dev.plumbline.analysis.model.UnitFamily.THROUGHPUT;
import static dev.plumbline.analysis.model.UnitFamily.TIME;

import dev.plumbline.analysis.model.UnitSpelling.Spelled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The units that are known, one row each. */
final class KnownUnits {

    /** The symbol that values are kept in, what it is, and what else files write for it. */
    static final List<Row> ROWS = List.of(
            new Row("s/op", TIME, LOWER_IS_BETTER, "time per operation", UnitSpelling.times("/op")),
            new Row("s", TIME, LOWER_IS_BETTER, "time", UnitSpelling.times("")),
            new Row("ops/s", THROUGHPUT, HIGHER_IS_BETTER, "operations per second", UnitSpelling.rates("ops/", "op/")),
            new Row("B/op", ALLOCATION, LOWER_IS_BETTER, "bytes per operation", UnitSpelling.same("bytes/op")),
            new Row("B", SIZE, LOWER_IS_BETTER, "bytes", UnitSpelling.same("bytes")),
            new Row("KiB", COUNT, LOWER_IS_BETTER, "kibibytes", UnitSpelling.none()),
            new Row("B/s", BANDWIDTH, HIGHER_IS_BETTER, "bytes per second", UnitSpelling.prefixed("B/s")),
            new Row("MB/sec", BANDWIDTH, HIGHER_IS_BETTER, "bytes per second", UnitSpelling.none()).written("B/s", 1e6),
            new Row("bit/s", THROUGHPUT, HIGHER_IS_BETTER, "bits per second", UnitSpelling.none()),
            new Row("elem/s", THROUGHPUT, HIGHER_IS_BETTER, "elements per second", UnitSpelling.none()),
            new Row("item/s", THROUGHPUT, HIGHER_IS_BETTER, "items per second", UnitSpelling.none()),
            new Row("char/s", THROUGHPUT, HIGHER_IS_BETTER, "characters per second", UnitSpelling.none()),
            new Row("cycles/s", THROUGHPUT, HIGHER_IS_BETTER, "cycles per second", UnitSpelling.none()),
            new Row("#/op", COUNT, LOWER_IS_BETTER, "events per operation", UnitSpelling.none()),
            new Row("#", COUNT, NOT_KNOWN, "events", UnitSpelling.none()),
            new Row("counts", COUNT, NOT_KNOWN, "events", UnitSpelling.none()),
            new Row("allocs/op", COUNT, LOWER_IS_BETTER, "allocations per operation", UnitSpelling.none()),
            new Row("instructions", EXACT_COUNT, LOWER_IS_BETTER, "instructions", UnitSpelling.none()),
            new Row("cycles", COUNT, LOWER_IS_BETTER, "cycles", UnitSpelling.none()),
            new Row("accesses", EXACT_COUNT, LOWER_IS_BETTER, "accesses to memory", UnitSpelling.none()),
            new Row("misses", COUNT, LOWER_IS_BETTER, "cache misses", UnitSpelling.none()),
            new Row("branches", EXACT_COUNT, LOWER_IS_BETTER, "branches", UnitSpelling.none()),
            new Row("mispredictions", COUNT, LOWER_IS_BETTER, "mispredicted branches", UnitSpelling.none()),
            new Row("blocks", EXACT_COUNT, LOWER_IS_BETTER, "blocks of the heap", UnitSpelling.none()),
            new Row("errors", COUNT, LOWER_IS_BETTER, "errors", UnitSpelling.none()),
            new Row("polls", COUNT, LOWER_IS_BETTER, "polls", UnitSpelling.none()),
            new Row("wakes", COUNT, LOWER_IS_BETTER, "wakes", UnitSpelling.none()),
            new Row("events/s", RATIO, NOT_KNOWN, "events per second", UnitSpelling.none()),
            new Row("classes/op", COUNT, LOWER_IS_BETTER, "classes per operation", UnitSpelling.none()),
            new Row("classes/sec", COUNT, LOWER_IS_BETTER, "classes per second", UnitSpelling.none()),
            new Row("items/s", THROUGHPUT, HIGHER_IS_BETTER, "items per second", UnitSpelling.rates("items/")),
            new Row("%", RATIO, LOWER_IS_BETTER, "percent", UnitSpelling.none()),
            new Row("clks/insn", RATIO, LOWER_IS_BETTER, "cycles per instruction", UnitSpelling.none()),
            new Row("insns/clk", RATIO, HIGHER_IS_BETTER, "instructions per cycle", UnitSpelling.none()));

    /** Words of at least this many letters are also known in capitals; short symbols then mean something else. */
    private static final int SHORTEST_WORD = 4;

    private static final Map<String, Unit> BY_SYMBOL = bySymbol();

    private KnownUnits() {}

    /** The unit that a file's symbol stands for. */
    static Optional<Unit> find(String symbol) {
        Unit unit = BY_SYMBOL.get(symbol);
        if (unit == null && symbol.length() >= SHORTEST_WORD) {
            unit = BY_SYMBOL.get(symbol.toLowerCase(Locale.ROOT));
        }
        return Optional.ofNullable(unit).map(found -> found.as(symbol));
    }

    private static Map<String, Unit> bySymbol() {
        Map<String, Unit> units = new LinkedHashMap<>();
        for (Row row : ROWS) {
            units.put(row.base.symbol(), Unit.of(row.base.symbol(), 1, row.base));
            for (Spelled spelled : row.spellings) {
                units.putIfAbsent(spelled.symbol(), Unit.of(spelled.symbol(), spelled.factor(), row.base));
            }
        }
        return Map.copyOf(units);
    }

    /**
     * A row of the table.
     *
     * @param base what values are kept in
     * @param spellings what files write, the base's own symbol apart
     */
    record Row(BaseUnit base, List<Spelled> spellings) {

        Row(String symbol, UnitFamily family, Direction direction, String noun, List<Spelled> spellings) {
            this(new BaseUnit(symbol, family, direction, noun, symbol, 1), spellings);
        }

        /** The row with another unit to be read in. */
        Row written(String symbol, double factor) {
            return new Row(
                    new BaseUnit(base.symbol(), base.family(), base.direction(), base.noun(), symbol, factor),
                    spellings);
        }
    }
}
