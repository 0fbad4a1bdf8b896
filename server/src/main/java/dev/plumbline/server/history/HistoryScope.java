package dev.plumbline.server.history;

/**
 * The history that a page looks at: one branch in one environment of one project.
 *
 * @param projectId the project
 * @param environmentId the environment
 * @param branchId the branch
 */
public record HistoryScope(long projectId, long environmentId, long branchId) {}
