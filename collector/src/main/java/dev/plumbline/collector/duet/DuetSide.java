package dev.plumbline.collector.duet;

import dev.plumbline.collector.harness.CommandWords;
import java.nio.file.Path;
import java.util.List;

/**
 * One of the two versions that are measured.
 *
 * @param name as it is shown
 * @param command the command that measures it
 * @param folder the folder that the command is started in
 */
public record DuetSide(String name, List<String> command, Path folder) {

    public DuetSide {
        command = List.copyOf(command);
    }

    /**
     * The version of a jar, which is started with {@code java}, or of a whole command in which quotes keep words together.
     *
     * @param java the Java that starts a jar
     * @param role the name of a version that isn't a jar
     */
    public static DuetSide of(String given, String java, String role, Path folder) {
        String text = given.strip();
        if (isJar(text)) {
            return new DuetSide(Path.of(text).getFileName().toString(), List.of(java, "-jar", text), folder);
        }
        return new DuetSide(role, CommandWords.of(text), folder);
    }

    /** Whether this is a jar and no command. */
    static boolean isJar(String given) {
        String text = given.strip();
        return text.endsWith(".jar") && !text.contains(" -");
    }

    /** The same under another name. */
    public DuetSide named(String other) {
        return new DuetSide(other, command, folder);
    }
}
