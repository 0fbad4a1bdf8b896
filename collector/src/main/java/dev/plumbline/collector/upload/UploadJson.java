package dev.plumbline.collector.upload;

import dev.plumbline.collector.client.ServerProblem;
import dev.plumbline.collector.client.UploadOutcome;
import dev.plumbline.collector.client.UploadReceipt;
import dev.plumbline.collector.json.Json;
import dev.plumbline.collector.json.JsonBuilder;
import dev.plumbline.collector.json.JsonObject;
import dev.plumbline.collector.verdict.Judgement;
import java.util.List;

/** What became of an upload, for programs. */
final class UploadJson {

    private UploadJson() {}

    /** An object with one element of {@code files} for each file. */
    static String of(List<UploadedFile> reports, UploadSettings settings) {
        return Json.write(new JsonBuilder()
                .text("server", settings.access().server().base())
                .text("project", settings.access().project())
                .objects(
                        "files",
                        reports.stream().map(report -> file(report, settings)).toList())
                .build());
    }

    private static JsonObject file(UploadedFile report, UploadSettings settings) {
        Sender.Sent sent = report.sent();
        JsonBuilder file = new JsonBuilder().text("file", sent.name());
        UploadOutcome delivery = sent.delivery();
        if (delivery instanceof UploadOutcome.Accepted accepted) {
            run(file, accepted.run(), settings);
            judgement(file, report.judgement());
        } else if (delivery instanceof UploadOutcome.Refused refused) {
            file.text("status", "refused").object("problem", problem(refused.problem()));
        } else if (delivery instanceof UploadOutcome.Unreachable unreachable) {
            file.text("status", sent.keptAt() == null ? "not-sent" : "kept").text("reason", unreachable.reason());
            if (sent.keptAt() != null) {
                file.text("keptAt", sent.keptAt().toString());
            }
        }
        return file.build();
    }

    private static void run(JsonBuilder file, UploadReceipt run, UploadSettings settings) {
        file.text("status", "stored")
                .number("run", run.id())
                .text("url", settings.access().server().page(run.page()))
                .truth("duplicate", run.duplicate())
                .number("results", run.results())
                .number("points", run.points())
                .objects(
                        "notes",
                        run.notes().stream()
                                .map(note ->
                                        new JsonBuilder().text("message", note).build())
                                .toList());
    }

    private static void judgement(JsonBuilder file, Judgement judgement) {
        if (judgement instanceof Judgement.Judged judged) {
            file.object("judgement", judged.json());
        } else if (judgement instanceof Judgement.Missing missing) {
            file.text("noVerdict", missing.reason());
        }
    }

    private static JsonObject problem(ServerProblem problem) {
        return new JsonBuilder()
                .number("status", problem.status())
                .text("code", problem.code())
                .text("title", problem.title())
                .text("detail", problem.detail())
                .positive("line", problem.line())
                .positive("column", problem.column())
                .positive("result", problem.result())
                .text("benchmark", problem.benchmark())
                .build();
    }
}
