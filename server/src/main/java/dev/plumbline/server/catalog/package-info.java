/** A project's benchmarks, as they are searched and listed. */
@NullMarked
package dev.plumbline.server.catalog;

import org.jspecify.annotations.NullMarked;
