package dev.plumbline.collector.client;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A server's answer.
 *
 * @param value what the tool reads from it
 * @param json all of it, for programs
 */
public record Answer<T>(T value, ObjectNode json) {}
