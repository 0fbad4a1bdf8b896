package dev.plumbline.collector.audit;

import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Paint;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.command.Version;
import dev.plumbline.collector.terminal.Console;
import dev.plumbline.collector.terminal.Terminal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline audit}: its options, and what follows from them. */
@Command(
        name = AuditCommand.NAME,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Lists the reasons to distrust a measurement, worst first: problems with how JMH was run, with the JVM and with"
                    + " the numbers themselves. It needs no server."
        },
        footer = {
            "",
            "Exit codes:",
            "  0  audited, and no finding is as bad as --fail-on",
            "  1  at least one finding is",
            "  2  an option or a file is wrong",
            "",
            "Examples:",
            "  plumbline audit jmh-result.json",
            "  plumbline audit jmh-result.json --fail-on serious",
            "  gunzip -c jmh-result.json.gz | plumbline audit -"
        })
public final class AuditCommand implements Callable<Integer> {

    public static final String NAME = "audit";

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "JMH's JSON (-rf json), plain or gzip; - for standard input.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--min-severity",
            paramLabel = "SEVERITY",
            description = "List only findings this bad or worse: invalid, serious or minor (default).")
    private String least = Severity.MINOR.label();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "Exit with 1 when a finding is this bad or worse: invalid, serious or minor.")
    private String failOn = "";

    @Option(
            names = "--as-forks",
            description =
                    "The files are one run: each was written by a process of its own, and their forks are pooled.")
    private boolean asForks;

    @Option(names = "--all", description = "Name up to 50 benchmarks for each finding, not only the worst five.")
    private boolean all;

    @Option(names = "--json", description = "Print the result as JSON, with every number.")
    private boolean json;

    @Option(names = "--markdown", description = "Print the result as Markdown, for a comment or a summary.")
    private boolean markdown;

    @Option(names = "--no-color", description = "No colours. There are none without a terminal or with NO_COLOR set.")
    private boolean noColor;

    @Option(names = "--ascii", description = "Only ASCII characters.")
    private boolean ascii;

    public AuditCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        TableStyle style = style();
        Console console = new Console(surroundings.out(), surroundings.err(), style.paint(), surroundings.terminal());
        if (json && markdown) {
            throw new UsageException("--json and --markdown are mutually exclusive; use one of them");
        }
        Optional<Severity> fails = failOn.isBlank() ? Optional.empty() : Optional.of(severity("--fail-on", failOn));
        AuditJob.Form form = json ? AuditJob.Form.JSON : markdown ? AuditJob.Form.MARKDOWN : AuditJob.Form.TEXT;
        return new AuditJob(surroundings.folder(), surroundings.in(), console)
                .run(files, asForks, severity("--min-severity", least), fails, form, style);
    }

    private static Severity severity(String option, String label) {
        return Severity.ofLabel(label.strip())
                .orElseThrow(() -> new UsageException("unknown " + option + " '" + label + "'; use "
                        + Arrays.stream(Severity.values()).map(Severity::label).collect(Collectors.joining(", "))));
    }

    private TableStyle style() {
        Terminal terminal = surroundings.terminal();
        boolean coloured = terminal.interactive()
                && !noColor
                && surroundings.variable("NO_COLOR").isEmpty();
        boolean plain = ascii || surroundings.isOn("PLUMBLINE_ASCII") || !terminal.unicode();
        return new TableStyle(
                terminal.width(), all, plain ? Glyphs.ASCII : Glyphs.UNICODE, coloured ? Paint.ANSI : Paint.PLAIN);
    }
}
