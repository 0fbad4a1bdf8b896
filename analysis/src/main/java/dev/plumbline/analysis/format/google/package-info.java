/** Google Benchmark's reports in JSON and CSV. */
@NullMarked
package dev.plumbline.analysis.format.google;

import org.jspecify.annotations.NullMarked;
