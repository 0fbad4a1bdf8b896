package dev.plumbline.collector.duet;

import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.harness.CommandWords;
import dev.plumbline.collector.harness.HarnessCommand;
import dev.plumbline.collector.jmh.JmhArguments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a duet measures alternately.
 *
 * @param harness what the commands start
 * @param base the first version
 * @param head the second
 * @param pattern which benchmarks, as JMH accepts it; empty for all
 * @param options JMH's, for every launch
 */
public record Versions(HarnessCommand harness, DuetSide base, DuetSide head, String pattern, JmhArguments options) {

    /** What the user may give, in messages. */
    private static final String FORMS =
            "name two jars, two commands in quotes, or two folders and the command behind --";

    /**
     * The versions in the words of the command line: two folders with the command that is started in both, or two jars or
     * commands.
     *
     * @param words all that isn't an option
     * @param plain the commands that are measured from outside
     * @param stated what the user says the commands start; empty: nothing
     * @param java what starts a jar
     * @param folder the current folder
     * @throws UsageException when it is none of these
     */
    static Versions of(List<String> words, List<String> plain, String stated, String java, Path folder) {
        boolean folders = words.size() > 1 && isFolder(folder, words.get(0)) && isFolder(folder, words.get(1));
        if (!plain.isEmpty()) {
            return plain(words, plain, stated, folders, folder);
        }
        if (words.size() < 2) {
            throw new UsageException(FORMS);
        }
        return folders
                ? inFolders(words.subList(0, 2), words.subList(2, words.size()), stated, folder)
                : commands(words, stated, java, folder);
    }

    private static boolean isFolder(Path folder, String word) {
        return Files.isDirectory(folder.resolve(word));
    }

    private static Versions plain(List<String> words, List<String> plain, String stated, boolean folders, Path folder) {
        boolean one = folders && words.size() == 2 && plain.size() == 1;
        boolean two = words.isEmpty() && plain.size() == 2;
        if (!one && !two) {
            throw new UsageException("give --command twice, once for each version, or once with the folders of both");
        }
        if (!stated.isBlank() && !stated.strip().equals(HarnessCommand.COMMAND.id())) {
            throw new UsageException("--command is measured from outside and starts no harness: leave out --harness");
        }
        return one
                ? inFolders(words, CommandWords.of(plain.get(0)), HarnessCommand.COMMAND.id(), folder)
                : of(plain, List.of(), HarnessCommand.COMMAND.id(), "", folder);
    }

    private static Versions inFolders(List<String> folders, List<String> command, String stated, Path folder) {
        if (command.isEmpty()) {
            throw new UsageException("name the command to start in " + folders.get(0) + " and " + folders.get(1)
                    + ", behind --: plumbline duet base head -- go test -bench . ./...");
        }
        HarnessCommand harness = HarnessCommand.of(command, stated);
        int own = harness == HarnessCommand.JMH ? startOfOptions(command) : command.size();
        List<String> started = command.subList(0, own);
        return versions(
                harness,
                new DuetSide(name(folders.get(0)), started, folder.resolve(folders.get(0))),
                new DuetSide(name(folders.get(1)), started, folder.resolve(folders.get(1))),
                folders,
                command.subList(own, command.size()));
    }

    private static String name(String folder) {
        Path name = Path.of(folder).getFileName();
        return name == null ? folder : name.toString();
    }

    /** Behind the jar; JMH may be started by a script, whose options are JMH's, too. */
    private static int startOfOptions(List<String> command) {
        int jar = command.indexOf("-jar");
        return jar >= 0 && jar + 1 < command.size() ? jar + 2 : 1;
    }

    private static Versions commands(List<String> words, String stated, String java, Path folder) {
        DuetSide base = DuetSide.of(words.get(0), java, "base", folder);
        DuetSide head = DuetSide.of(words.get(1), java, "head", folder);
        if (base.command().isEmpty() || head.command().isEmpty()) {
            throw new UsageException(FORMS);
        }
        HarnessCommand harness =
                DuetSide.isJar(words.get(0)) ? HarnessCommand.JMH : HarnessCommand.of(base.command(), stated);
        List<String> more = words.subList(2, words.size());
        if (harness != HarnessCommand.JMH && !more.isEmpty()) {
            throw new UsageException(
                    "'" + String.join(" ", more) + "' is behind the two versions, which only JMH takes: put" + " what "
                            + harness.id() + " should measure into both commands");
        }
        return versions(harness, base, head, words.subList(0, 2), more);
    }

    /** The two as the user gave them, if their own names are the same. */
    private static Versions versions(
            HarnessCommand harness, DuetSide base, DuetSide head, List<String> given, List<String> more) {
        boolean same = base.name().equals(head.name());
        boolean pattern = !more.isEmpty() && !more.get(0).startsWith("-");
        return new Versions(
                harness,
                same ? base.named(given.get(0)) : base,
                same ? head.named(given.get(1)) : head,
                pattern ? more.get(0) : "",
                DuetRequest.checked(more.subList(pattern ? 1 : 0, more.size())));
    }
}
