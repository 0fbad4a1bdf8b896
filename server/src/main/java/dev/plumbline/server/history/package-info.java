/** Commits in the order of their branches, series, and the points of both: what trends are drawn from. */
@NullMarked
package dev.plumbline.server.history;

import org.jspecify.annotations.NullMarked;
