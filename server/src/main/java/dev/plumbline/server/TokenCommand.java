package dev.plumbline.server;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** {@code token}: creates, lists and revokes tokens, with or without a running server. */
final class TokenCommand {

    private TokenCommand() {}

    /** The command with its three subcommands. */
    static CommandLine create(Map<String, String> environment) {
        CommandSpec spec = CommandSpec.create().name("token");
        spec.usageMessage().description("Make, list and revoke tokens.");
        CommandLine token = new CommandLine(spec);
        for (TokenAction action : new TokenAction[] {
            new TokenAction.Create(environment), new TokenAction.Show(environment), new TokenAction.Revoke(environment)
        }) {
            CommandLine command = new CommandLine(action);
            SettingFlags.addTo(command.getCommandSpec());
            token.addSubcommand(action.getClass().getAnnotation(Command.class).name(), command);
        }
        return token;
    }
}
