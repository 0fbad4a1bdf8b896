package dev.plumbline.server.project;

import java.time.Instant;

/**
 * One code base with its own settings, tokens and history.
 *
 * @param id the key
 * @param slug the name in addresses: lower-case letters, digits and single hyphens, 1 to 63 characters
 * @param name the name for people
 * @param baseBranch the branch that baselines and change points come from
 * @param isPublic whether it is readable without a token
 * @param createdAt when it was created
 */
public record Project(long id, String slug, String name, String baseBranch, boolean isPublic, Instant createdAt) {}
