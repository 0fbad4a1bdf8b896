/** The parts of the HTTP layer that can be looked at alone. */
@NullMarked
package dev.plumbline.server.http;

import org.jspecify.annotations.NullMarked;
