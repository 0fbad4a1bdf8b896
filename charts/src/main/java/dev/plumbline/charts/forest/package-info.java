/** Ratios with their intervals, one below the other. */
@NullMarked
package dev.plumbline.charts.forest;

import org.jspecify.annotations.NullMarked;
