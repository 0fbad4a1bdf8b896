/** The command line of the server: what is built from what, and in which order it starts and stops. */
@NullMarked
package dev.plumbline.server;

import org.jspecify.annotations.NullMarked;
