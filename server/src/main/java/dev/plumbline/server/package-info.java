/** The command line of the server: how it is assembled, and in which order it starts and stops. */
@NullMarked
package dev.plumbline.server;

import org.jspecify.annotations.NullMarked;
