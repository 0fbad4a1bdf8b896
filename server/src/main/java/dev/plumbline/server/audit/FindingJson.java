package dev.plumbline.server.audit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.server.database.StoredJson;
import dev.plumbline.server.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One element of the column {@code finding.cases}: {@code [{"benchmark": "…", "params": {…}, "mode": "avgt", "threads": 1,
 * "detail": "…", "numbers": {…}}]}.
 *
 * @param benchmark class and method
 * @param params parameter values by name
 * @param mode the mode's label
 * @param threads the threads
 * @param detail the particulars, may be empty
 * @param numbers the figures behind it, by name
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record FindingJson(
        String benchmark,
        Map<String, String> params,
        String mode,
        int threads,
        String detail,
        Map<String, Double> numbers) {

    /** The column's text. */
    static String text(List<FindingJson> cases) {
        return StoredJson.text(cases);
    }

    /** What {@link #text} wrote. */
    static List<FindingJson> read(String json) {
        return List.of(Json.read(json, FindingJson[].class));
    }

    /** The same with its particulars given where it has none. */
    FindingJson detailed(String common) {
        return detail.isEmpty() ? new FindingJson(benchmark, params, mode, threads, common, numbers) : this;
    }

    static FindingJson of(Finding.Case one) {
        return new FindingJson(
                one.benchmark().name(),
                one.benchmark().params(),
                one.benchmark().mode().label(),
                one.benchmark().threads(),
                one.detail(),
                one.numbers());
    }

    /** The first cases of what {@link #text} wrote. */
    static List<StoredFinding.Case> first(String json, int most) {
        return Arrays.stream(Json.read(json, FindingJson[].class))
                .limit(most)
                .map(one -> new StoredFinding.Case(one.id(), one.benchmark(), one.detail()))
                .toList();
    }

    private BenchmarkId id() {
        return new BenchmarkId(benchmark, params, Mode.ofLabel(mode).orElse(Mode.AVERAGE_TIME), Math.max(1, threads));
    }
}
