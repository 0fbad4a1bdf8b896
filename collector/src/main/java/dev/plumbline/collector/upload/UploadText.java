package dev.plumbline.collector.upload;

import dev.plumbline.analysis.report.verdict.VerdictTable;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Paint;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.TextTone;
import dev.plumbline.collector.client.UploadOutcome;
import dev.plumbline.collector.client.UploadReceipt;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.verdict.Judgement;
import java.util.List;

/** The outcome of an upload, for people. */
public final class UploadText {

    private static final int MOST_NOTES = 5;

    private final UploadSettings settings;
    private final Console console;
    private final Glyphs glyphs;
    private final Paint paint;

    public UploadText(UploadSettings settings, Console console) {
        this.settings = settings;
        this.console = console;
        this.glyphs = settings.style().glyphs();
        this.paint = settings.style().paint();
    }

    /** Prints what happened to each file. */
    public void print(List<UploadedFile> reports) {
        for (UploadedFile report : reports) {
            Sender.Sent sent = report.sent();
            UploadOutcome outcome = sent.outcome();
            if (outcome instanceof UploadOutcome.Accepted accepted) {
                accepted(sent.name(), accepted.run());
                if (report.last()) {
                    judgement(report.judgement(), accepted.run());
                }
            } else if (outcome instanceof UploadOutcome.Refused refused) {
                refused(sent.name(), refused);
            } else if (outcome instanceof UploadOutcome.Unreachable unreachable) {
                unreachable(sent, unreachable);
            }
        }
    }

    private void accepted(String name, UploadReceipt run) {
        String what = run.duplicate()
                ? " is already stored in run " + run.id() + "; nothing was stored twice"
                : " is stored in run " + run.id() + ": " + count(run.results(), "result") + ", "
                        + count(run.points(), "point");
        console.result(paint.apply(TextTone.BETTER, glyphs.better()) + " " + Printable.line(name) + what);
        run.notes().stream().limit(MOST_NOTES).forEach(note -> note(note.message()));
        int others = run.notes().size() - MOST_NOTES;
        if (others > 0) {
            console.result(
                    "  and " + others + (others == 1 ? " more note" : " more notes") + ", all of them with --json");
        }
    }

    private void note(String text) {
        String start = "  note: ";
        int width = settings.style().width() - start.length();
        for (String line : Printable.wrapped(Printable.line(text), width)) {
            console.result(start + line);
            start = "        ";
        }
    }

    private void judgement(Judgement judgement, UploadReceipt run) {
        String link =
                glyphs.arrow() + " " + Printable.line(settings.access().server().page(run.page()));
        if (judgement instanceof Judgement.Judged judged) {
            console.result("\n"
                    + VerdictTable.render(judged.verdicts(), settings.style()).stripTrailing());
        } else if (judgement instanceof Judgement.Missing missing) {
            console.result(link);
            console.warning("no verdict, which doesn't count as a pass: " + Printable.line(missing.reason()));
        } else {
            console.result(link);
        }
    }

    private void refused(String name, UploadOutcome.Refused refused) {
        console.error(
                Printable.line(name) + " was refused: " + refused.problem().sentence());
        String remedy = switch (refused.problem().status()) {
            case 401 -> "Is the token correct? Set it with PLUMBLINE_TOKEN, PLUMBLINE_TOKEN_FILE or --token-file.";
            case 403 ->
                "The token isn't allowed to upload to project "
                        + settings.access().project() + ".";
            case 404 ->
                "Is there a project " + settings.access().project() + " at "
                        + settings.access().server().base() + "?";
            case 413 -> "Send fewer results in one file, or raise the server's limit.";
            default -> "";
        };
        if (!remedy.isEmpty()) {
            console.error(Printable.line(remedy));
        }
    }

    private void unreachable(Sender.Sent sent, UploadOutcome.Unreachable unreachable) {
        console.error(settings.access().server().base() + " can't be reached: " + Printable.line(unreachable.reason()));
        if (sent.keptAt() != null) {
            console.warning(Printable.line(sent.name()) + " was kept in " + sent.keptAt()
                    + " and will be sent with the next upload");
        } else {
            console.error(Printable.line(sent.name()) + " was not sent"
                    + (settings.spool() == null ? "; use --spool DIR to keep it for the next upload" : ""));
        }
    }

    private static String count(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
