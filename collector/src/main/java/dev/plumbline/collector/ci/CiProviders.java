package dev.plumbline.collector.ci;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All CI systems that are recognised. */
public final class CiProviders {

    /** Woodpecker comes before Drone, whose variables it can also set. */
    private static final List<CiProvider> ALL = List.of(
            new GitHubActions(),
            new GitLabCi(),
            new Buildkite(),
            new CircleCi(),
            new AzurePipelines(),
            new TeamCity(),
            new Travis(),
            new Woodpecker(),
            new Drone(),
            new Jenkins());

    private CiProviders() {}

    /** The build that this process runs in, or {@link CiBuild#NONE}. */
    public static CiBuild recognise(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        return ALL.stream()
                .map(provider -> provider.recognise(variables))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(CiBuild.NONE);
    }
}
