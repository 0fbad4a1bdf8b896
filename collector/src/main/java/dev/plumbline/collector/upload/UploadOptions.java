package dev.plumbline.collector.upload;

import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Paint;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.collector.access.ServerOptions;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.provenance.OriginOptions;
import dev.plumbline.collector.terminal.Terminal;
import dev.plumbline.collector.verdict.FailOn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where results come from, where they go and how the outcome is shown: the options of every command that uploads one run. */
public final class UploadOptions {

    private static final int DEFAULT_WAIT_SECONDS = 300;

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Mixin
    private OriginOptions origin = new OriginOptions();

    @Option(names = "--commit", paramLabel = "ID", description = "The measured commit. Default: from CI or git.")
    private String commit = "";

    @Option(
            names = "--key",
            paramLabel = "TEXT",
            description =
                    "The same content with the same key is stored once. Default: from the CI build, its attempt and"
                            + " the file's name.")
    private String key = "";

    @Option(
            names = "--run",
            paramLabel = "NAME",
            description =
                    "Uploads of one commit and environment with the same name are one run, from however many jobs and machines."
                            + " Default: the CI build and its attempt.")
    private String run = "";

    @Option(
            names = "--spool",
            paramLabel = "DIR",
            description = "Keep results there that can't be sent, and send them first next time.")
    private @Nullable Path spool;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            arity = "0..1",
            preprocessor = AttachedValueOnly.class,
            description = "Wait for the verdicts and print them. Default: 300 s.")
    private @Nullable String wait;

    @Option(
            names = "--fail-on",
            paramLabel = "KIND,...",
            split = ",",
            hideParamSyntax = true,
            description =
                    "Wait, and exit with 1 on this kind of verdict: regression, inconclusive, no-baseline; missing: on a"
                            + " benchmark or a metric that the base has and that is missing or failed.")
    private List<String> failOn = new ArrayList<>();

    @Option(names = "--all", description = "List inconclusive and unchanged series as well.")
    private boolean all;

    @Option(names = "--json", description = "Print the result as JSON; messages go to standard error.")
    private boolean json;

    @Option(names = "--no-color", description = "No colours. There are none without a terminal or with NO_COLOR set.")
    private boolean noColor;

    @Option(names = "--ascii", description = "Only ASCII characters.")
    private boolean ascii;

    /**
     * What the options and their variables say.
     *
     * @throws UsageException when something is missing or can't be used
     */
    public UploadSettings settings(Surroundings surroundings) {
        return new UploadSettings(
                serverOptions.access(surroundings),
                origin.stated(commit),
                key.strip(),
                run.strip(),
                spool == null ? null : surroundings.folder().resolve(spool),
                waitFor(surroundings),
                kinds(),
                json || surroundings.isOn("PLUMBLINE_JSON"),
                style(surroundings));
    }

    private Duration waitFor(Surroundings surroundings) {
        boolean asked = wait != null || !failOn.isEmpty();
        String seconds = wait == null ? surroundings.variable("PLUMBLINE_WAIT") : wait.strip();
        if (seconds.isEmpty()) {
            return asked ? Duration.ofSeconds(DEFAULT_WAIT_SECONDS) : Duration.ZERO;
        }
        if (!seconds.matches("[0-9]{1,6}")) {
            throw new UsageException("--wait takes whole seconds, not '" + seconds + "'");
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    private Set<FailOn> kinds() {
        Set<FailOn> kinds = EnumSet.noneOf(FailOn.class);
        failOn.forEach(label -> kinds.add(FailOn.ofLabel(label.strip())));
        return kinds;
    }

    /** How the result is drawn. */
    public TableStyle style(Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        boolean coloured = terminal.interactive()
                && !noColor
                && surroundings.variable("NO_COLOR").isEmpty();
        boolean plain = ascii || surroundings.isOn("PLUMBLINE_ASCII") || !terminal.unicode();
        return new TableStyle(
                terminal.width(),
                all || surroundings.isOn("PLUMBLINE_ALL"),
                plain ? Glyphs.ASCII : Glyphs.UNICODE,
                coloured ? Paint.ANSI : Paint.PLAIN);
    }
}
