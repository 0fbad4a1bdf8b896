/** Values on their way to an axis: the range that is shown, its ticks, the unit and the figures. */
@NullMarked
package dev.plumbline.charts.scale;

import org.jspecify.annotations.NullMarked;
