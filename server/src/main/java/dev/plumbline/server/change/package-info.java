/** Where levels shifted: the change points of series and the shifts of environments. */
@NullMarked
package dev.plumbline.server.change;

import org.jspecify.annotations.NullMarked;
