/** The change points of series as text, plot, Markdown and CSV. */
@NullMarked
package dev.plumbline.analysis.report.series;

import org.jspecify.annotations.NullMarked;
