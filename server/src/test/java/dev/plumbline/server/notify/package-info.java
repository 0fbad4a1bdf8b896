/** Tests of what is said to people outside. */
@NullMarked
package dev.plumbline.server.notify;

import org.jspecify.annotations.NullMarked;
