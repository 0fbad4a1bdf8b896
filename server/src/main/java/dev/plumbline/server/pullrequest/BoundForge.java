package dev.plumbline.server.pullrequest;

import dev.plumbline.server.forges.ConfiguredForge;

/** Where a project's pull requests live, as its binding and the forges file say. */
public sealed interface BoundForge {

    /** The project is bound to no repository. */
    record Unbound() implements BoundForge {}

    /**
     * The project is bound to a forge that the forges file does not have.
     *
     * @param name what the binding calls it
     */
    record Unlisted(String name) implements BoundForge {}

    /**
     * A repository of a forge that can be asked.
     *
     * @param forge the entry of the forges file
     * @param repository {@code owner/name}
     */
    record Bound(ConfiguredForge forge, String repository) implements BoundForge {}
}
