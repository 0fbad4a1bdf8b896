/** Texts as forges accept them: truncated to their limits, folded if they can't be minimised. */
@NullMarked
package dev.plumbline.forge.text;

import org.jspecify.annotations.NullMarked;
