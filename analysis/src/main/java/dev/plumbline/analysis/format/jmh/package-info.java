/**
 * The JSON of JMH ({@code -rf json}), of every version: one pass over the tokens, one result at a time. {@code docs/reading-jmh.md} says what is read,
 * what becomes which metric and what is rejected.
 */
@NullMarked
package dev.plumbline.analysis.format.jmh;

import org.jspecify.annotations.NullMarked;
