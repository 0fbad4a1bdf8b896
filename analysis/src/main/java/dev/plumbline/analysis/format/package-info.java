/** Result files: their formats, the limits for reading them, and rejections that name the place. */
@NullMarked
package dev.plumbline.analysis.format;

import org.jspecify.annotations.NullMarked;
