/** Everything that people look at: the list of the pages, each of which is a folder below. */
@NullMarked
package dev.plumbline.server.site;

import org.jspecify.annotations.NullMarked;
