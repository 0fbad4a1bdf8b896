/** The history of a series: its runs, the levels between its change points, and where the environment changed. */
@NullMarked
package dev.plumbline.charts.trend;

import org.jspecify.annotations.NullMarked;
