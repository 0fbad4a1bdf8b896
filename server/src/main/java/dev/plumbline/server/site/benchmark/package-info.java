/** The page of a benchmark: all its series. */
@NullMarked
package dev.plumbline.server.site.benchmark;

import org.jspecify.annotations.NullMarked;
