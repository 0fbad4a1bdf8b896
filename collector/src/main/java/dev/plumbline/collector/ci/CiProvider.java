package dev.plumbline.collector.ci;

import java.util.Optional;

/** A CI system, recognised by the environment variables it sets. */
public interface CiProvider {

    /** The build that these variables describe; empty when they aren't this provider's. */
    Optional<CiBuild> recognise(Variables variables);
}
