/** The verdicts of a run as a table and in a sentence. */
@NullMarked
package dev.plumbline.analysis.report.verdict;

import org.jspecify.annotations.NullMarked;
