package dev.plumbline.server.auth;

import dev.plumbline.server.project.Project;

/**
 * A request that was let in.
 *
 * @param caller who asks
 * @param project for what
 */
public record Access(Caller caller, Project project) {}
