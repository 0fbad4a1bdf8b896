package dev.plumbline.collector;

import dev.plumbline.analysis.report.Glyphs;
import dev.plumbline.analysis.report.Paint;
import dev.plumbline.analysis.report.TableStyle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline upload}: its options, checked and made into {@link Settings}. */
@Command(
        name = "upload",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "plumbline upload [OPTIONS] FILE...",
        description = {
            "Sends JMH results (-rf json) to a Plumbline server, each file as one run.",
            "",
            "Each option that takes a value can be given as a variable, too: --server as PLUMBLINE_SERVER,"
                    + " --pull-request as PLUMBLINE_PULL_REQUEST. Commit, branch and pull request are found out from"
                    + " the CI system and git."
        },
        footer = {
            "",
            "Exit codes:",
            "  0  everything is stored, and no verdict is of a kind that --fail-on names",
            "  1  a verdict is of such a kind",
            "  2  an option, a document, the token or the project is wrong",
            "  3  the server cannot be reached, or --fail-on got no verdict in time"
        })
final class UploadCommand implements Callable<Integer> {

    private static final int LONGEST_ENVIRONMENT = 100;
    private static final int MOST_HISTORY = 5000;
    private static final int DEFAULT_WAIT_SECONDS = 300;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "JMH's JSON, plain or gzip-compressed.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Option(
            names = "--environment",
            paramLabel = "LABEL",
            description = "Where runs are comparable with each other, such as ci-linux-x64. Default: system and"
                    + " processor, such as linux-x64.")
    private String environment = "";

    @Option(names = "--branch", paramLabel = "NAME", description = "The branch. Default: from CI or git.")
    private String branch = "";

    @Option(names = "--commit", paramLabel = "ID", description = "The measured commit. Default: from CI or git.")
    private String commit = "";

    @Option(names = "--pull-request", paramLabel = "N", description = "The pull request. Default: from CI.")
    private int pullRequest;

    @Option(
            names = "--base-branch",
            paramLabel = "NAME",
            description = "The branch that the pull request is for. Default: from CI.")
    private String baseBranch = "";

    @Option(
            names = "--key",
            paramLabel = "TEXT",
            description = "The same content under the same key is stored once. Default: from the CI build, its attempt"
                    + " and the file's name.")
    private String key = "";

    @Option(
            names = "--history",
            paramLabel = "N",
            description = "Send at most so many commits of first-parent log, by which the server finds the baseline."
                    + " Default: 200.")
    private int history = 200;

    @Option(
            names = "--spool",
            paramLabel = "DIR",
            description = "Keep there what could not be sent, and send it first the next time.")
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
            description = "Wait, and exit with 1 on this kind of verdict: regression, inconclusive, no-baseline.")
    private List<String> failOn = new ArrayList<>();

    @Option(names = "--all", description = "List inconclusive and unchanged series, too.")
    private boolean all;

    @Option(names = "--json", description = "Print the result as JSON; messages go to standard error.")
    private boolean json;

    @Option(names = "--no-color", description = "No colours. There are none without a terminal or with NO_COLOR set.")
    private boolean noColor;

    @Option(names = "--ascii", description = "Only ASCII characters.")
    private boolean ascii;

    UploadCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        TableStyle style = style();
        Console console = new Console(surroundings.out(), surroundings.err(), style.paint(), surroundings.terminal());
        try {
            Settings settings = settings(style);
            return new Upload(
                            settings,
                            surroundings,
                            console.hiding(settings.access().token()::blotOut))
                    .run(files);
        } catch (UsageException wrong) {
            console.error(String.valueOf(wrong.getMessage()));
            return ExitCode.USAGE;
        }
    }

    private Settings settings(TableStyle style) {
        return new Settings(
                serverOptions.access(surroundings),
                label(),
                branch.strip(),
                commit.strip(),
                UsageException.atLeastZero("--pull-request", pullRequest),
                baseBranch.strip(),
                key.strip(),
                Math.min(UsageException.atLeastZero("--history", history), MOST_HISTORY),
                spool == null ? null : surroundings.folder().resolve(spool),
                waitFor(),
                kinds(),
                json || surroundings.isOn("PLUMBLINE_JSON"),
                style);
    }

    private String label() {
        String label = environment.strip();
        if (label.length() > LONGEST_ENVIRONMENT || label.chars().anyMatch(Character::isISOControl)) {
            throw new UsageException(
                    "--environment is a label of at most " + LONGEST_ENVIRONMENT + " characters on one line");
        }
        return label;
    }

    private Duration waitFor() {
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

    private TableStyle style() {
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
