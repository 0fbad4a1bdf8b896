package dev.plumbline.collector.duet;

import dev.plumbline.collector.command.Surroundings;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Java that starts benchmarks: that of JAVA_HOME, otherwise the one on the path. */
public final class JavaCommand {

    private JavaCommand() {}

    public static String find(Surroundings surroundings) {
        String home = surroundings.variable("JAVA_HOME");
        if (!home.isEmpty()) {
            for (String name : new String[] {"java", "java.exe"}) {
                Path java = Path.of(home, "bin", name);
                if (Files.isExecutable(java)) {
                    return java.toString();
                }
            }
        }
        return "java";
    }
}
