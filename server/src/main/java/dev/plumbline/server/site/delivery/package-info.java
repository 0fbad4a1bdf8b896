/** The page of what is sent to other services, and what became of it. */
@NullMarked
package dev.plumbline.server.site.delivery;

import org.jspecify.annotations.NullMarked;
