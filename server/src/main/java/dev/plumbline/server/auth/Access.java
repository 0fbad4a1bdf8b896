package dev.plumbline.server.auth;

import dev.plumbline.server.store.Project;

/**
 * A request that was let in.
 *
 * @param caller who asks
 * @param project for what
 */
public record Access(Caller caller, Project project) {}
