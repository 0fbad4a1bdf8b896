/** Results whose repetitions stand in several places of a document. */
@NullMarked
package dev.plumbline.analysis.format.repeat;

import org.jspecify.annotations.NullMarked;
