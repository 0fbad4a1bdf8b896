/** Readers of profiles: one class for each format, and one line in the enum {@code ProfileFormat}. */
@NullMarked
package dev.plumbline.analysis.format.profile;

import org.jspecify.annotations.NullMarked;
