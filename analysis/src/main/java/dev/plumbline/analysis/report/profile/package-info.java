/** Profiles and their differences as text, Markdown and JSON. */
@NullMarked
package dev.plumbline.analysis.report.profile;

import org.jspecify.annotations.NullMarked;
