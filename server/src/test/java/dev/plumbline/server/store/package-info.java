/** The store against a real PostgreSQL. */
@NullMarked
package dev.plumbline.server.store;

import org.jspecify.annotations.NullMarked;
