/** Jobs and judging. */
@NullMarked
package dev.plumbline.server.jobs;

import org.jspecify.annotations.NullMarked;
