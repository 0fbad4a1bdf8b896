package dev.plumbline.server.judging;

import dev.plumbline.analysis.report.change.BaselineNote.Rung;
import dev.plumbline.server.change.ObservedDifference;
import dev.plumbline.server.database.StoredJson;
import dev.plumbline.server.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The column {@code run.baseline}: a {@link Baseline} with the label of its rung. */
record BaselineColumn(
        String rung,
        String environment,
        String branch,
        Optional<String> mergeBase,
        Optional<String> commit,
        OptionalInt commitsBehindMergeBase,
        OptionalInt commitsBehindHead,
        OptionalInt days,
        long run,
        List<Long> candidates,
        List<String> otherEnvironments,
        List<ObservedDifference> observed) {

    BaselineColumn {
        candidates = List.copyOf(candidates);
        otherEnvironments = List.copyOf(otherEnvironments);
        observed = List.copyOf(observed);
    }

    /** What {@link #write} wrote. */
    static Baseline read(String json) {
        BaselineColumn column = Json.read(json, BaselineColumn.class);
        return new Baseline(
                Rung.valueOf(column.rung.toUpperCase(Locale.ROOT).replace('-', '_')),
                column.environment,
                column.branch,
                column.mergeBase,
                column.commit,
                column.commitsBehindMergeBase,
                column.commitsBehindHead,
                column.days,
                column.run,
                column.candidates,
                column.otherEnvironments,
                column.observed);
    }

    static String write(Baseline baseline) {
        return StoredJson.text(new BaselineColumn(
                baseline.rung().label(),
                baseline.environment(),
                baseline.branch(),
                baseline.mergeBase(),
                baseline.commit(),
                baseline.commitsBehindMergeBase(),
                baseline.commitsBehindHead(),
                baseline.days(),
                baseline.run(),
                baseline.candidates(),
                baseline.otherEnvironments(),
                baseline.observed()));
    }
}
