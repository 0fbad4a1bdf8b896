/**
 * Everything that is kept, and the only place that knows JDBC: one class for each concept, each statement beside its
 * method. Plain blocking Java; callers keep it off the event loop.
 */
@NullMarked
package dev.plumbline.server.store;

import org.jspecify.annotations.NullMarked;
