/** Benchmarks that were measured before and have no number now. */
@NullMarked
package dev.plumbline.analysis.report.missing;

import org.jspecify.annotations.NullMarked;
