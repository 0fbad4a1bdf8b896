/** What is known about a forge independently of its repositories. */
@NullMarked
package dev.plumbline.forge.product;

import org.jspecify.annotations.NullMarked;
