package dev.plumbline.collector.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The tool's version, as its jar says. */
public final class Version implements IVersionProvider {

    /** The version alone. */
    public static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"plumbline " + text()};
    }
}
