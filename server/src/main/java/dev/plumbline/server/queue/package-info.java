/** Waiting work, as rows: jobs, deliveries, and the threads that do them. */
@NullMarked
package dev.plumbline.server.queue;

import org.jspecify.annotations.NullMarked;
