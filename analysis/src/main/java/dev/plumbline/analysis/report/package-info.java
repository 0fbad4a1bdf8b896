/** Verdicts as people read them: values with their units, changes, and the table of a run as plain text. */
@NullMarked
package dev.plumbline.analysis.report;

import org.jspecify.annotations.NullMarked;
