package dev.plumbline.collector.ci;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * TeamCity. Little of it is an environment variable: {@code TEAMCITY_BUILD_PROPERTIES_FILE} names a file of properties, and
 * one of these names the file with the configuration's parameters, which has branch and pull request.
 *
 * @see <a href="https://www.jetbrains.com/help/teamcity/predefined-build-parameters.html">List of predefined build
 *     parameters</a>
 */
final class TeamCity implements CiProvider {

    @Override
    public Optional<CiBuild> recognise(Variables variables) {
        if (!variables.isSet("TEAMCITY_VERSION")) {
            return Optional.empty();
        }
        Properties build = read(variables.text("TEAMCITY_BUILD_PROPERTIES_FILE"));
        Properties parameters = read(build.getProperty("teamcity.configuration.properties.file", ""));
        String buildId = build.getProperty("teamcity.build.id", parameters.getProperty("teamcity.build.id", ""));
        String branch = parameters.getProperty("teamcity.build.branch", "");
        return Optional.of(new CiBuild(
                        "teamcity",
                        variables.text("BUILD_VCS_NUMBER"),
                        branch(parameters.getProperty("teamcity.pullRequest.source.branch", branch)),
                        pullRequest(parameters, branch),
                        url(variables, parameters, buildId),
                        buildId.isEmpty() ? variables.text("BUILD_NUMBER") : buildId,
                        1,
                        variables.text("TEAMCITY_BUILDCONF_NAME"))
                .toward(branch(parameters.getProperty("teamcity.pullRequest.target.branch", ""))));
    }

    /** TeamCity calls the default branch {@code <default>} unless configured otherwise, which isn't a name. */
    private static String branch(String name) {
        return new Variables(Map.of("branch", name.startsWith("<") ? "" : name)).branch("branch");
    }

    private static int pullRequest(Properties parameters, String branch) {
        int number = Numbers.leading(parameters.getProperty("teamcity.pullRequest.number", ""));
        return number > 0 ? number : Math.max(Numbers.between("pull/", branch), Numbers.between("refs/pull/", branch));
    }

    private static String url(Variables variables, Properties parameters, String buildId) {
        String server = parameters.getProperty("teamcity.serverUrl", "");
        return variables.isSet("BUILD_URL") || server.isEmpty() || buildId.isEmpty()
                ? variables.text("BUILD_URL")
                : server + "/build/" + buildId;
    }

    /** The properties of a file; none when it can't be read. */
    private static Properties read(String file) {
        Properties properties = new Properties();
        if (file.isEmpty()) {
            return properties;
        }
        try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.ISO_8859_1)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            return properties;
        }
        return properties;
    }
}
