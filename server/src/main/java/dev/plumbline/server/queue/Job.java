package dev.plumbline.server.queue;

/**
 * A piece of waiting work that this process holds for as long as its lease lasts.
 *
 * @param projectId the project
 * @param id the job
 * @param kind what is to be done
 * @param runId with which run
 * @param attempts how often it was started, including this time
 * @param generation how often it had been requested when it was taken
 */
public record Job(long projectId, long id, String kind, long runId, int attempts, int generation) {}
