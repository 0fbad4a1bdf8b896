package dev.plumbline.collector.profile;

import dev.plumbline.collector.command.OutputOptions;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.command.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline profile}: its options, and what follows from them. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = {
            "plumbline profile [OPTIONS] FILE",
            "       plumbline profile [OPTIONS] BASE HEAD",
            "       plumbline profile [OPTIONS] --base FILE... --head FILE..."
        },
        description = {
            "Shows where a profile spends its time, or which functions got hotter between two, with intervals from the"
                    + " samples. It needs no server.",
            "",
            "Several recordings per side show how much recordings of the same code differ, which makes the findings"
                    + " better."
        },
        footer = {
            "",
            "Exit codes:",
            "  0  shown",
            "  2  an option or a file is wrong, or the two sides have no event in common",
            "",
            "Examples:",
            "  plumbline profile recording.jfr --tree",
            "  plumbline profile base.jfr head.jfr",
            "  plumbline profile --base base-*.jfr --head head-*.jfr --event ObjectAllocationSample"
        })
public final class ProfileCommand implements Callable<Integer> {

    private static final int MOST_FUNCTIONS = 20;

    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "A profile, or base, then head: JFR, perf script, collapsed stacks and others,"
                    + " as their content shows.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--base", paramLabel = "FILE", arity = "1..*", description = "Recordings to compare with.")
    private List<Path> base = new ArrayList<>();

    @Option(names = "--head", paramLabel = "FILE", arity = "1..*", description = "Recordings of the newer code.")
    private List<Path> head = new ArrayList<>();

    @Option(
            names = "--event",
            paramLabel = "NAME",
            description = "The event to show. Default: time on the processor where the file has it.")
    private String event = "";

    @Option(
            names = "--operations",
            paramLabel = "BASE,HEAD",
            split = ",",
            hideParamSyntax = true,
            description = "How many operations each side did: costs are then compared per operation, not as shares.")
    private List<Double> operations = new ArrayList<>();

    @Option(names = "--top", paramLabel = "N", description = "Show this many functions. Default: 20.")
    private @Nullable Integer top;

    @Option(names = "--tree", description = "Show the tree, too: what is called from where, from 1 %% of the total on.")
    private boolean tree;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public ProfileCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        int most = top == null ? MOST_FUNCTIONS : UsageException.atLeastZero("--top", top);
        ProfileJob job = new ProfileJob(
                new ProfileFile(surroundings.folder()),
                surroundings.console(),
                event.strip(),
                most,
                output.form(),
                output.style(surroundings, false));
        boolean sides = !base.isEmpty() || !head.isEmpty();
        if (sides && (!files.isEmpty() || base.isEmpty() || head.isEmpty())) {
            throw new UsageException("give BASE and HEAD, or both --base and --head");
        }
        if (!operations.isEmpty()
                && (operations.size() != 2
                        || operations.stream().anyMatch(count -> !(count > 0) || count.isInfinite()))) {
            throw new UsageException("--operations takes two positive numbers, BASE,HEAD");
        }
        if (sides) {
            return job.compare(base, head, operations);
        }
        return switch (files.size()) {
            case 1 -> job.show(files.get(0), tree);
            case 2 -> job.compare(files.subList(0, 1), files.subList(1, 2), operations);
            default ->
                throw new UsageException("give one profile, or base and head; several of a side: --base and --head");
        };
    }
}
