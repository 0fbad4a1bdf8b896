package dev.plumbline.server.auth;

import dev.plumbline.server.project.Project;

/**
 * An admitted request.
 *
 * @param caller who sends it
 * @param project the project it is for
 */
public record Access(Caller caller, Project project) {}
