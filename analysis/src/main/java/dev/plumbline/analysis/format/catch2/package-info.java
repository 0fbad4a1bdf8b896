/** What Catch2 reports about benchmarks: its XML and its console output. */
@NullMarked
package dev.plumbline.analysis.format.catch2;

import org.jspecify.annotations.NullMarked;
