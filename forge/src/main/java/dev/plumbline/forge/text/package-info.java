/** Texts as forges take them: cut to their limits, folded where they can't be minimised. */
@NullMarked
package dev.plumbline.forge.text;

import org.jspecify.annotations.NullMarked;
