/** The list of a project's benchmarks. */
@NullMarked
package dev.plumbline.server.site.benchmarks;

import org.jspecify.annotations.NullMarked;
