package dev.plumbline.collector.rename;

/**
 * A rename as it is sent.
 *
 * @param from the old name or pattern
 * @param to the new one
 * @param dryRun whether the server only says what it would join
 */
record RenameRequest(String from, String to, boolean dryRun) {}
