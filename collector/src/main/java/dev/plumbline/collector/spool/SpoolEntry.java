package dev.plumbline.collector.spool;

import dev.plumbline.collector.client.Payload;
import java.nio.file.Path;

/**
 * An upload that is kept.
 *
 * @param folder where it is
 * @param payload what is to be sent
 */
public record SpoolEntry(Path folder, Payload payload) {}
