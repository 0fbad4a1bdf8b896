package dev.plumbline.collector;

import dev.plumbline.collector.client.PlumblineServer;
import dev.plumbline.collector.client.ServerAddress;
import dev.plumbline.collector.client.Token;
import java.time.Duration;

/**
 * One project on one server.
 *
 * @param server where the server is
 * @param project which project there
 * @param token what lets in
 * @param retryFor how long to try when the server cannot be reached or is busy
 */
record ServerAccess(ServerAddress server, String project, Token token, Duration retryFor) {

    /** The project, ready to be asked; the console is told of each attempt that failed. */
    PlumblineServer open(Surroundings surroundings, Console console) {
        return new PlumblineServer(
                server, project, token, "plumbline-collector/" + Version.text(), surroundings.timing(), console::note);
    }
}
