package dev.plumbline.collector.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.collector.client.ServerProblem;
import dev.plumbline.collector.client.UploadOutcome;
import dev.plumbline.collector.client.UploadReceipt;
import dev.plumbline.collector.json.JsonText;
import dev.plumbline.collector.verdict.Judgement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of an upload, for programs. */
record UploadJson(String server, String project, List<Item> files) {

    /** An object with one element of {@code files} for each file; the verdict on a run stands with the last of its files. */
    static String of(List<UploadedFile> reports, UploadSettings settings) {
        return JsonText.write(new UploadJson(
                settings.access().server().base(),
                settings.access().project(),
                reports.stream().map(report -> file(report, settings)).toList()));
    }

    private static Item file(UploadedFile report, UploadSettings settings) {
        Sender.Sent sent = report.sent();
        UploadOutcome outcome = sent.outcome();
        if (outcome instanceof UploadOutcome.Accepted accepted) {
            UploadReceipt run = accepted.run();
            boolean told = report.last();
            return new Stored(
                    sent.name(),
                    "stored",
                    run.id(),
                    settings.access().server().page(run.page()),
                    run.duplicate(),
                    run.results(),
                    run.points(),
                    run.notes(),
                    told && report.judgement() instanceof Judgement.Judged judged ? judged.json() : null,
                    told && report.judgement() instanceof Judgement.Missing missing ? missing.reason() : "");
        }
        if (outcome instanceof UploadOutcome.Unreachable unreachable) {
            String keptAt = sent.keptAt() == null ? "" : sent.keptAt().toString();
            return new NotSent(sent.name(), keptAt.isEmpty() ? "not-sent" : "kept", unreachable.reason(), keptAt);
        }
        return new Refused(sent.name(), "refused", ((UploadOutcome.Refused) outcome).problem());
    }

    /** What happened to one file. */
    sealed interface Item {}

    record Stored(
            String file,
            String status,
            long run,
            String url,
            boolean duplicate,
            int results,
            int points,
            List<UploadReceipt.Note> notes,
            @JsonInclude(Include.NON_NULL) @Nullable ObjectNode judgement,
            @JsonInclude(Include.NON_EMPTY) String noVerdict)
            implements Item {}

    record NotSent(
            String file,
            String status,
            String reason,
            @JsonInclude(Include.NON_EMPTY) String keptAt) implements Item {}

    record Refused(String file, String status, ServerProblem problem) implements Item {}
}
