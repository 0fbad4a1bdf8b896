/** The list of runs, and how many there were each day. */
@NullMarked
package dev.plumbline.server.site.runs;

import org.jspecify.annotations.NullMarked;
