package dev.plumbline.analysis.format.valgrind;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;

/** What the tools of Valgrind count, and what Gungraun derives from it, by the tools' own names. */
public final class CountedEvent {

    /** Instructions that were executed. */
    public static final String INSTRUCTIONS = "Ir";

    private CountedEvent() {}

    /** The metric of an event under a name; an event that isn't known is one of which more is neither better nor worse. */
    public static Metric metric(String event, String name) {
        return switch (event) {
            case "L1HitRate" -> of(name, "%").with(Direction.HIGHER_IS_BETTER);
            case "LLHitRate" -> of(name, "%").with(Direction.NOT_KNOWN);
            default -> of(name, unit(event));
        };
    }

    private static Metric of(String name, String unit) {
        return Metric.reported(name, Unit.of(unit));
    }

    private static String unit(String event) {
        return switch (event) {
            case INSTRUCTIONS, "Instructions" -> "instructions";
            case "EstimatedCycles" -> "cycles";
            case "Dr", "Dw", "TotalRW", "RamHits" -> "accesses";
            case "I1mr", "D1mr", "D1mw", "ILmr", "DLmr", "DLmw", "ILdmr", "DLdmr", "DLdmw" -> "misses";
            case "Bc", "Bi" -> "branches";
            case "Bcm", "Bim" -> "mispredictions";
            case "I1MissRate", "LLiMissRate", "D1MissRate", "LLdMissRate", "LLMissRate", "RamHitRate" -> "%";
            case "TotalBytes", "AtTGmaxBytes", "AtTEndBytes", "ReadsBytes", "WritesBytes", "MaximumBytes" -> "B";
            case "TotalBlocks", "AtTGmaxBlocks", "AtTEndBlocks", "MaximumBlocks" -> "blocks";
            case "Errors", "Contexts" -> "errors";
            default -> "#";
        };
    }
}
