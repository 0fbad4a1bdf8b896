/** Google Benchmark's reports. */
@NullMarked
package dev.plumbline.analysis.format.google;

import org.jspecify.annotations.NullMarked;
