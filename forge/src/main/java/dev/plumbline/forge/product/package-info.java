/** What is known of a forge before any of its repositories. */
@NullMarked
package dev.plumbline.forge.product;

import org.jspecify.annotations.NullMarked;
