/** What a forge is asked with. */
@NullMarked
package dev.plumbline.forge.credential;

import org.jspecify.annotations.NullMarked;
