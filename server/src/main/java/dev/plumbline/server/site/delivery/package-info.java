/** The page of what is told to the outside, and what became of it. */
@NullMarked
package dev.plumbline.server.site.delivery;

import org.jspecify.annotations.NullMarked;
