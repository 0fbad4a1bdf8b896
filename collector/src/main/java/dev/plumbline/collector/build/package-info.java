/** Commits of a repository, checked out elsewhere and built. */
@NullMarked
package dev.plumbline.collector.build;

import org.jspecify.annotations.NullMarked;
