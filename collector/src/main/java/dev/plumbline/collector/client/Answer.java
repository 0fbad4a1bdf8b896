package dev.plumbline.collector.client;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a server answered.
 *
 * @param value what the tool reads of it
 * @param json all of it, for programs
 */
public record Answer<T>(T value, ObjectNode json) {}
