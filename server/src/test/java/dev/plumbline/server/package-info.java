/** The whole server, seen from outside: real HTTP against a real database. */
@NullMarked
package dev.plumbline.server;

import org.jspecify.annotations.NullMarked;
