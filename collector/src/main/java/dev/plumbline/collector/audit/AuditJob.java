package dev.plumbline.collector.audit;

import dev.plumbline.analysis.audit.Audit;
import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.report.audit.AuditMarkdown;
import dev.plumbline.analysis.report.audit.AuditReport;
import dev.plumbline.analysis.report.audit.AuditText;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.InputFile;
import dev.plumbline.collector.command.PooledFiles;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.terminal.Console;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Audits files one after the other and prints what was found. */
final class AuditJob {

    private static final String STANDARD_INPUT = "-";

    private final Path folder;
    private final InputStream in;
    private final Console console;

    AuditJob(Path folder, InputStream in, Console console) {
        this.folder = folder;
        this.in = in;
        this.console = console;
    }

    /** The format of the result. */
    enum Form {
        TEXT,
        JSON,
        MARKDOWN
    }

    /**
     * Prints the audits and returns the exit code.
     *
     * @param asForks whether the files are forks of one run
     * @param least what is less bad is not listed
     * @param fails the severity from which a finding makes the tool fail; empty: none does
     * @throws UsageException saying where and what is wrong when a file can't be read
     */
    int run(
            List<String> files,
            boolean asForks,
            Severity least,
            Optional<Severity> fails,
            Form form,
            TableStyle style) {
        if (files.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw new UsageException("standard input can be read only once; use - once");
        }
        List<AuditReport> reports = new ArrayList<>();
        if (asForks) {
            reports.add(pooled(files));
        } else {
            files.forEach(file -> reports.add(audit(file)));
        }
        List<String> texts = new ArrayList<>();
        for (AuditReport report : reports) {
            switch (form) {
                case TEXT -> texts.add(AuditText.render(report, least, style).stripTrailing());
                case MARKDOWN -> texts.add(AuditMarkdown.render(report, least).stripTrailing());
                case JSON -> {}
            }
        }
        console.result(form == Form.JSON ? AuditJson.of(reports, least) : String.join("\n\n", texts));
        boolean failed = fails.isPresent()
                && reports.stream()
                        .anyMatch(report -> !report.atLeast(fails.get()).isEmpty());
        return failed ? ExitCode.VERDICT : ExitCode.DONE;
    }

    private AuditReport pooled(List<String> given) {
        if (given.contains(STANDARD_INPUT)) {
            throw new UsageException("--as-forks takes files, not standard input");
        }
        List<InputFile> files =
                given.stream().map(file -> InputFile.of(folder, Path.of(file))).toList();
        Audit audit = new Audit();
        List<BenchmarkId> measured = new ArrayList<>();
        PooledFiles.read(files, result -> {
            audit.add(result);
            measured.add(result.benchmark());
        });
        String name =
                files.size() == 1 ? files.get(0).name() : files.get(0).name() + " and " + (files.size() - 1) + " more";
        return new AuditReport(name, measured.size(), measured, audit.findings());
    }

    private AuditReport audit(String given) {
        boolean piped = given.equals(STANDARD_INPUT);
        InputFile file = InputFile.of(folder, Path.of(given));
        Audit audit = new Audit();
        List<BenchmarkId> measured = new ArrayList<>();
        InputFile.Reading<AuditReport> reading = stream -> {
            ResultFormat.read(stream, ReadLimits.defaults(), result -> {
                audit.add(result);
                measured.add(result.benchmark());
            });
            String name = piped ? InputFile.STANDARD_INPUT : file.name();
            return new AuditReport(name, measured.size(), measured, audit.findings());
        };
        return piped ? InputFile.piped(in, reading) : file.read(reading);
    }
}
