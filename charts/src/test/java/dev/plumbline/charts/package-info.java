/** Tests of the pictures, and {@link dev.plumbline.charts.SampleCharts}, which draws samples to look at. */
@NullMarked
package dev.plumbline.charts;

import org.jspecify.annotations.NullMarked;
