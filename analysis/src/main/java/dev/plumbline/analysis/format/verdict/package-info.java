/** Verdicts as JSON: the server stores and sends them and the collector reads them by the same code. */
@NullMarked
package dev.plumbline.analysis.format.verdict;

import org.jspecify.annotations.NullMarked;
