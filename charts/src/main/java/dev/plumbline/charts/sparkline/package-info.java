/** A history in the size of a word. */
@NullMarked
package dev.plumbline.charts.sparkline;

import org.jspecify.annotations.NullMarked;
