package dev.plumbline.collector;

import dev.plumbline.analysis.audit.Audit;
import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.format.DocumentException;
import dev.plumbline.analysis.format.ReadLimits;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.report.AuditMarkdown;
import dev.plumbline.analysis.report.AuditReport;
import dev.plumbline.analysis.report.AuditText;
import dev.plumbline.analysis.report.Printable;
import dev.plumbline.analysis.report.TableStyle;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Audits files one after the other and prints what was found. */
final class FileAudit {

    private static final String STANDARD_INPUT = "-";

    private final Path folder;
    private final InputStream in;
    private final Console console;

    FileAudit(Path folder, InputStream in, Console console) {
        this.folder = folder;
        this.in = in;
        this.console = console;
    }

    /** What the result is written as. */
    enum Form {
        TEXT,
        JSON,
        MARKDOWN
    }

    /**
     * Prints the audits and returns the exit code.
     *
     * @param least what is less bad is not listed
     * @param fails how bad a finding makes the tool fail, empty: none does
     * @throws UsageException saying where and what is wrong when a file cannot be read
     */
    int run(List<String> files, Severity least, Optional<Severity> fails, Form form, TableStyle style) {
        if (files.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw new UsageException("standard input can be read once: give - once");
        }
        List<AuditReport> reports = new ArrayList<>();
        for (String file : files) {
            reports.add(audit(file));
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

    private AuditReport audit(String given) {
        boolean piped = given.equals(STANDARD_INPUT);
        String name = piped ? "standard input" : Printable.line(given.replace('\\', '/'));
        Path file = folder.resolve(piped ? "" : given);
        Audit audit = new Audit();
        AtomicInteger results = new AtomicInteger();
        try (InputStream stream = piped ? new Unclosed(in) : Files.newInputStream(file)) {
            ResultFormat.JMH_JSON.reader().read(stream, ReadLimits.defaults(), result -> {
                audit.add(result);
                results.incrementAndGet();
            });
        } catch (DocumentException broken) {
            throw new UsageException(
                    name + ": " + Printable.line(String.valueOf(broken.getMessage())) + " (" + broken.code() + ")");
        } catch (NoSuchFileException missing) {
            throw new UsageException(name + ": there is no such file");
        } catch (IOException unreadable) {
            String reason =
                    Files.isDirectory(file) && !piped ? "it is a folder" : String.valueOf(unreadable.getMessage());
            throw new UsageException(name + ": it cannot be read: " + reason);
        }
        return new AuditReport(name, results.get(), audit.findings());
    }

    /** A stream that is not ours to close. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream stream) {
            super(stream);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return in.read(target, offset, length);
        }

        @Override
        public void close() {}
    }
}
