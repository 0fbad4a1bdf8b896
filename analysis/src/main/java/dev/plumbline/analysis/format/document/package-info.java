/** A document as readers see it: bounded input, and the problems and notes with their place. */
@NullMarked
package dev.plumbline.analysis.format.document;

import org.jspecify.annotations.NullMarked;
