/**
 * The JSON of JMH ({@code -rf json}), of every version: one pass over the tokens, one result at a time. What is read, what
 * becomes which metric and what is refused stands in {@code docs/reading-jmh.md}.
 */
@NullMarked
package dev.plumbline.analysis.format.jmh;

import org.jspecify.annotations.NullMarked;
