package dev.plumbline.server;

import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The flags of a command that stand for settings. */
final class SettingFlags {

    private SettingFlags() {}

    /** Gives a command a flag for each setting. */
    static void addTo(CommandSpec command) {
        for (Setting setting : Setting.values()) {
            String standard = setting.standard().isEmpty() ? "" : " (" + setting.standard() + ")";
            command.addOption(OptionSpec.builder(setting.flag())
                    .type(String.class)
                    .paramLabel("VALUE")
                    .description(setting.description() + standard + ". Variable: " + setting.variable())
                    .build());
        }
    }

    /** The settings that the command line and the environment give. */
    static Settings read(CommandSpec command, Map<String, String> environment) {
        return SettingsReader.read(environment, given(command));
    }

    /** The flags that were given, to the command or to the one that it is a part of. */
    private static Map<Setting, String> given(CommandSpec command) {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        for (CommandSpec level = command; level != null; level = level.parent()) {
            for (Setting setting : Setting.values()) {
                OptionSpec option = level.findOption(setting.flag());
                String value = option == null ? null : option.getValue();
                if (value != null) {
                    given.putIfAbsent(setting, value);
                }
            }
        }
        return given;
    }
}
