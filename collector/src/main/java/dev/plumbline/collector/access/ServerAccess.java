package dev.plumbline.collector.access;

import dev.plumbline.collector.client.AccessToken;
import dev.plumbline.collector.client.PlumblineServer;
import dev.plumbline.collector.client.ServerAddress;
import dev.plumbline.collector.command.Surroundings;
import dev.plumbline.collector.command.Version;
import dev.plumbline.collector.terminal.Console;
import java.time.Duration;

/**
 * One project on one server.
 *
 * @param server where the server is
 * @param project which project there
 * @param token the token that authenticates
 * @param quarantine whether uploads are made without a token, to be judged but never trusted
 * @param retryFor how long to try when the server can't be reached or is busy
 */
public record ServerAccess(
        ServerAddress server, String project, AccessToken token, boolean quarantine, Duration retryFor) {

    /** The project, ready for requests; the console reports each failed attempt. */
    public PlumblineServer open(Surroundings surroundings, Console console) {
        return new PlumblineServer(
                server,
                project,
                token,
                quarantine,
                "plumbline-collector/" + Version.text(),
                surroundings.timing(),
                console::note);
    }
}
