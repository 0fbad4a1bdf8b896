package dev.plumbline.collector.rename;

import dev.plumbline.collector.access.ServerAccess;
import dev.plumbline.collector.access.ServerOptions;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.command.Version;
import dev.plumbline.collector.terminal.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline rename}: its options, and what follows from them. */
@Command(
        name = "rename",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = {
            "plumbline rename [OPTIONS] OLD NEW",
            "plumbline rename [OPTIONS] --undo OLD NEW",
            "plumbline rename [OPTIONS] --list"
        },
        description = {
            "Joins benchmarks with those that they are called now, so that their history goes on as one. Needs a token of the"
                    + " scope admin, except for --list.",
            "",
            "A name may contain one *, which stands for the same text in both: 'acme.old.*' 'acme.new.*' renames a package."
        },
        footer = {
            "",
            "Exit codes:",
            "  0  done",
            "  2  an option, the token, the project or a name is wrong",
            "  3  the server can't be reached"
        })
public final class RenameCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

    @Parameters(
            arity = "0..2",
            paramLabel = "OLD NEW",
            hideParamSyntax = true,
            description = "The old name and the new one.")
    private List<String> names = List.of();

    @Option(names = "--dry-run", description = "Only print the benchmarks that would be joined.")
    private boolean dryRun;

    @Option(names = "--list", description = "Print what the server offers, and the renames that hold.")
    private boolean list;

    @Option(names = "--undo", description = "Undo the rename of OLD to NEW.")
    private boolean undo;

    @Option(names = "--json", description = "Print the server's answer as JSON; messages go to standard error.")
    private boolean json;

    public RenameCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if ((list ? 1 : 0) + (undo ? 1 : 0) + (dryRun ? 1 : 0) > 1) {
            throw new UsageException("--list, --undo and --dry-run are mutually exclusive; use one of them");
        }
        if (names.size() != (list ? 0 : 2)) {
            throw new UsageException(
                    list
                            ? "--list takes no names"
                            : "expected the old name and the new one; put names with a * in quotes");
        }
        Console console = surroundings.console();
        ServerAccess access = list ? serverOptions.readAccess(surroundings) : serverOptions.access(surroundings);
        RenameJob job = new RenameJob(access, surroundings, console.hiding(access.token()::blotOut), json);
        if (list) {
            return job.list();
        }
        return undo ? job.undo(names.get(0), names.get(1)) : job.rename(names.get(0), names.get(1), dryRun);
    }
}
