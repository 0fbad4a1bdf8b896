package dev.plumbline.analysis.verdict;

import java.util.Optional;

/** A reason as a verdict states it: one that is known here, or one that only another version can put into words. */
public sealed interface StatedReason permits Reason, UnknownReason {

    /** Stable, kebab-case. */
    String code();

    /** One sentence for people, which needs no escaping. */
    String sentence();

    /** The reason of a code; empty where the text is no code. */
    static Optional<StatedReason> ofCode(String code) {
        return Reason.ofCode(code)
                .<StatedReason>map(reason -> reason)
                .or(() -> UnknownReason.isCode(code) ? Optional.of(new UnknownReason(code)) : Optional.empty());
    }
}
