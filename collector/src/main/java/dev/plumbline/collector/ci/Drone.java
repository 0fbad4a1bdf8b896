package dev.plumbline.collector.ci;

import java.util.Optional;

/**
 * Drone. A build that is started again has a new number, so there is one attempt of each.
 *
 * @see <a href="https://docs.drone.io/pipeline/environment/reference/">Environment reference</a>
 */
final class Drone implements CiProvider {

    @Override
    public Optional<CiBuild> recognise(Variables variables) {
        if (!variables.is("DRONE", "true")) {
            return Optional.empty();
        }
        return Optional.of(new CiBuild(
                        "drone",
                        variables.first("DRONE_COMMIT_SHA", "DRONE_COMMIT"),
                        variables.branch("DRONE_SOURCE_BRANCH", "DRONE_COMMIT_BRANCH", "DRONE_BRANCH"),
                        variables.number("DRONE_PULL_REQUEST"),
                        variables.text("DRONE_BUILD_LINK"),
                        variables.text("DRONE_REPO") + "#" + variables.text("DRONE_BUILD_NUMBER"),
                        1,
                        variables.text("DRONE_STAGE_NAME"))
                .toward(variables.branch("DRONE_TARGET_BRANCH"))
                .titled(variables.text("DRONE_PULL_REQUEST_TITLE"), variables.text("DRONE_COMMIT_AUTHOR")));
    }
}
