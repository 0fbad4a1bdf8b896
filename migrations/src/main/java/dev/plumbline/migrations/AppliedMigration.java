package dev.plumbline.migrations;

/**
 * One migration that {@link Schema#migrate} has just applied.
 *
 * @param version its number as in the file's name, such as {@code 1}
 * @param description the words of the file's name, such as {@code schema}
 */
public record AppliedMigration(String version, String description) {}
