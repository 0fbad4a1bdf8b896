/** Trend charts, sparklines and forest plots as SVG and PNG. */
@NullMarked
package dev.plumbline.charts;

import org.jspecify.annotations.NullMarked;
