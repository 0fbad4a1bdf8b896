package dev.plumbline.server;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code dev}: the demo for whoever works on its pages. It needs a JDK. */
@Command(
        name = "dev",
        description =
                "Run the demo and show each change to a template, the style sheet or the script at the next request.")
final class DevCommand extends DemoCommand {

    @Option(
            names = "--sources",
            paramLabel = "<folder>",
            description = "The server's src/main. Default: server/src/main.")
    private Path sources = Path.of("server", "src", "main");

    DevCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    Looks looks() {
        return Looks.reloading(sources);
    }
}
