/** The overview of a project: what changed, its benchmarks, its runs. */
@NullMarked
package dev.plumbline.server.site.project;

import org.jspecify.annotations.NullMarked;
