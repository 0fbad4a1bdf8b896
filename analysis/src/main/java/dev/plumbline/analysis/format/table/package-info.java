/** Tables of results, a row for each metric: what a row says, and how rows become results. */
@NullMarked
package dev.plumbline.analysis.format.table;

import org.jspecify.annotations.NullMarked;
