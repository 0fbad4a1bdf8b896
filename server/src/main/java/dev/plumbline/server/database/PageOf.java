package dev.plumbline.server.database;

/**
 * A part of a list.
 *
 * @param offset entries to skip
 * @param limit the most entries to give
 */
public record PageOf(long offset, int limit) {}
