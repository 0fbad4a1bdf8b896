/** Result files: their formats, the limits they are read within, and the refusal that names the place. */
@NullMarked
package dev.plumbline.analysis.format;

import org.jspecify.annotations.NullMarked;
