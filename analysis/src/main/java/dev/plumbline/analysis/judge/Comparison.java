package dev.plumbline.analysis.judge;

import dev.plumbline.analysis.stats.Scatter;
import dev.plumbline.analysis.subject.Prepared;
import dev.plumbline.analysis.subject.Scale;

/**
 * A series that is being judged by moderated t.
 *
 * @param prepared its values
 * @param scale the scale on which they are compared
 * @param scatter how they scatter there
 */
record Comparison(Prepared prepared, Scale scale, Scatter scatter) {

    static Comparison of(Prepared prepared) {
        Scale scale = Scale.of(prepared.baseline(), prepared.candidate());
        return new Comparison(
                prepared,
                scale,
                Scatter.of(scale.apply(prepared.baseline()), scale.apply(prepared.candidate()), prepared.iterations()));
    }
}
