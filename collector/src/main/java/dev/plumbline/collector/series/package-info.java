/** Histories of numbers as people bring them: CSV, JSON of several shapes, what the server exports. */
@NullMarked
package dev.plumbline.collector.series;

import org.jspecify.annotations.NullMarked;
