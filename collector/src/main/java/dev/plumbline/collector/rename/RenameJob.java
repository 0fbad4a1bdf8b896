package dev.plumbline.collector.rename;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.collector.access.ServerAccess;
import dev.plumbline.collector.client.Answer;
import dev.plumbline.collector.client.Backoff;
import dev.plumbline.collector.client.PlumblineServer;
import dev.plumbline.collector.client.RefusedException;
import dev.plumbline.collector.client.UnreachableException;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.json.JsonText;
import dev.plumbline.collector.terminal.Console;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks the server to join benchmarks, or to part them again, and prints what it did. */
final class RenameJob {

    private final ServerAccess access;
    private final Surroundings surroundings;
    private final Console console;
    private final boolean json;

    RenameJob(ServerAccess access, Surroundings surroundings, Console console, boolean json) {
        this.access = access;
        this.surroundings = surroundings;
        this.console = console;
        this.json = json;
    }

    /** Joins, or only says what would be joined, and returns the exit code. */
    int rename(String from, String to, boolean dryRun) {
        return with(server -> {
            Answer<RenameAnswer> answer =
                    server.rename(new RenameRequest(from, to, dryRun), RenameAnswer.class, patience());
            RenameAnswer done = answer.value();
            if (json) {
                console.result(JsonText.write(answer.json()));
            } else {
                done.benchmarks().forEach(pair -> print(pair.line()));
            }
            done.refused().forEach(pair -> console.warning(Printable.line(pair.why())));
            if (!done.unmatched().isEmpty()) {
                console.warning(count(done.unmatched()) + " of " + Printable.line(from)
                        + " not measured under the new name yet, such as "
                        + Printable.line(done.unmatched().get(0).to())
                        + "; rename again once they are");
            }
            console.note((done.accepted() ? "joined " : "would join ") + count(done.benchmarks()));
            return ExitCode.DONE;
        });
    }

    /** Ends the rename with these names, and returns the exit code. */
    int undo(String from, String to) {
        return with(server -> {
            List<RenameList.Entry> renames = renames(server).value().renames();
            Optional<RenameList.Entry> found =
                    renames.stream().filter(rename -> rename.is(from, to)).findFirst();
            if (found.isEmpty()) {
                console.error("there is no rename of " + Printable.line(from) + " to " + Printable.line(to)
                        + (renames.isEmpty()
                                ? "; none holds in this project"
                                : "; plumbline rename --list shows those that hold"));
                return ExitCode.USAGE;
            }
            server.undoRename(found.get().id(), patience());
            console.note("undone: " + Printable.line(found.get().line()));
            return ExitCode.DONE;
        });
    }

    /** Prints offers and renames, and returns the exit code. */
    int list() {
        return with(server -> {
            Answer<RenameList> answer = renames(server);
            if (json) {
                console.result(JsonText.write(answer.json()));
                return ExitCode.DONE;
            }
            print(answer.value().offers(), "Most likely renamed:", "Nothing was most likely renamed.", entry -> "");
            print(
                    answer.value().renames(),
                    "Renamed:",
                    "No rename holds.",
                    entry -> ", accepted by " + entry.acceptedBy() + " on " + day(entry.acceptedAt()));
            return ExitCode.DONE;
        });
    }

    private void print(
            List<RenameList.Entry> entries, String title, String none, Function<RenameList.Entry, String> remark) {
        print(entries.isEmpty() ? none : title);
        entries.forEach(entry -> print("  " + entry.line() + remark.apply(entry)));
    }

    private void print(String line) {
        String indent = line.startsWith("  ") ? "  " : "";
        console.result(indent + Printable.line(line.strip()));
    }

    private static String day(String time) {
        return time.substring(0, Math.min(10, time.length()));
    }

    private Answer<RenameList> renames(PlumblineServer server) {
        return server.renames(RenameList.class, patience());
    }

    private Backoff patience() {
        return Backoff.lasting(access.retryFor());
    }

    private int with(Function<PlumblineServer, Integer> work) {
        try {
            return work.apply(access.open(surroundings, console));
        } catch (RefusedException refused) {
            console.error("the server refused: " + refused.getMessage());
            return ExitCode.USAGE;
        } catch (UnreachableException unreachable) {
            console.error("the server can't be reached: " + unreachable.getMessage());
            return ExitCode.UNREACHABLE;
        }
    }

    private static String count(List<?> benchmarks) {
        return benchmarks.size() + (benchmarks.size() == 1 ? " benchmark" : " benchmarks");
    }
}
