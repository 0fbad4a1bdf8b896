package dev.plumbline.server.pullrequest;

import dev.plumbline.server.forges.ConfiguredForge;

/** The repository that hosts a project's pull requests, according to its binding and the forges file. */
public sealed interface BoundForge {

    /** The project isn't bound to a repository. */
    record Unbound() implements BoundForge {}

    /**
     * The project is bound to a forge that the forges file doesn't have.
     *
     * @param name what the binding calls it
     */
    record Unlisted(String name) implements BoundForge {}

    /**
     * A repository of a forge that can be reached.
     *
     * @param forge the entry of the forges file
     * @param repository {@code owner/name}
     */
    record Bound(ConfiguredForge forge, String repository) implements BoundForge {}
}
