package dev.plumbline.server.notification.message;

import dev.plumbline.analysis.text.NameParts;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.notification.watch.Alarm;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of series and benchmarks in one line, short enough for a chat. */
final class SeriesNames {

    private static final int LONGEST = 160;

    private SeriesNames() {}

    /** For example {@code Tokenizer.split (size=1000) · gc.alloc.rate.norm}. */
    static String of(SeriesIdentity series) {
        String benchmark = benchmark(series.benchmark(), series.params())
                + series.namesakes().text(series.mode(), series.threads());
        return Messages.shortened(series.isScore() ? benchmark : benchmark + " · " + series.metric(), LONGEST);
    }

    /** For example {@code Tokenizer.split (size=1000)}. */
    static String of(Alarm.Missing.Benchmark missing) {
        return Messages.shortened(
                benchmark(missing.name(), missing.params())
                        + missing.namesakes().text(missing.mode(), missing.threads()),
                LONGEST);
    }

    private static String benchmark(String name, Map<String, String> params) {
        return NameParts.of(name).shortName()
                + (params.isEmpty()
                        ? ""
                        : params.entrySet().stream()
                                .map(param -> param.getKey() + "=" + param.getValue())
                                .collect(Collectors.joining(", ", " (", ")")));
    }
}
