/** The page of renamed benchmarks and new baselines: what history a series has. */
@NullMarked
package dev.plumbline.server.site.renames;

import org.jspecify.annotations.NullMarked;
