/** Threshold rules as JSON: one form for files, the API and what is kept with a verdict. */
@NullMarked
package dev.plumbline.analysis.format.threshold;

import org.jspecify.annotations.NullMarked;
