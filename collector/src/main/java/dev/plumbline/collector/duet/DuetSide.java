package dev.plumbline.collector.duet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the two versions that are measured.
 *
 * @param name as it is shown
 * @param command the command that starts its JMH
 */
public record DuetSide(String name, List<String> command) {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    public DuetSide {
        command = List.copyOf(command);
    }

    /**
     * The version of a jar, which is started with {@code java}, or of a whole command in which quotes keep words together.
     *
     * @param java the Java that starts a jar
     * @param role the name of a version that isn't a jar
     */
    public static DuetSide of(String given, String java, String role) {
        String text = given.strip();
        if (text.endsWith(".jar") && !text.contains(" -")) {
            return new DuetSide(Path.of(text).getFileName().toString(), List.of(java, "-jar", text));
        }
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return new DuetSide(role, words);
    }

    /** The same under another name. */
    public DuetSide named(String other) {
        return new DuetSide(other, command);
    }
}
