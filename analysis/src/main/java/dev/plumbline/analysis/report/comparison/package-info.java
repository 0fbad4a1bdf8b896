/** A comparison of files as text, Markdown and CSV. */
@NullMarked
package dev.plumbline.analysis.report.comparison;

import org.jspecify.annotations.NullMarked;
