package dev.plumbline.server.pullrequest;

import dev.plumbline.forge.repository.Forge;
import dev.plumbline.server.forges.Forges;
import dev.plumbline.server.forges.ForgesException;
import java.util.Optional;

/** Finds the forge that a project is bound to. */
public final class BoundForges {

    private final Forges forges;
    private final ForgeBindings bindings;

    public BoundForges(Forges forges, ForgeBindings bindings) {
        this.forges = forges;
        this.bindings = bindings;
    }

    /** The repository that hosts a project's pull requests. */
    public BoundForge of(long projectId) {
        Optional<ForgeBinding> binding = bindings.find(projectId);
        if (binding.isEmpty()) {
            return new BoundForge.Unbound();
        }
        String name = binding.get().forge();
        String repository = binding.get().repository();
        return forges.find(name)
                .<BoundForge>map(forge -> new BoundForge.Bound(forge, repository))
                .orElseGet(() -> new BoundForge.Unlisted(name));
    }

    /**
     * The repository. No request is made yet.
     *
     * @throws ForgesException when the credential's file is invalid, or the entry does not cover the repository
     */
    public Forge connect(BoundForge.Bound bound) {
        return forges.connect(bound.forge(), bound.repository());
    }

    /**
     * The repository, accessed as anybody could. No request is made yet.
     *
     * @throws ForgesException when the entry does not cover the repository
     */
    public Forge connectAsAnybody(BoundForge.Bound bound) {
        return forges.connectAsAnybody(bound.forge(), bound.repository());
    }

    /**
     * The repository that a project is bound to; empty when there is none that can be reached.
     *
     * @throws ForgesException when the credential's file is invalid, or the entry does not cover the repository
     */
    public Optional<Forge> connect(long projectId) {
        return of(projectId) instanceof BoundForge.Bound bound ? Optional.of(connect(bound)) : Optional.empty();
    }
}
