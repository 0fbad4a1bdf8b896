/** The page of a series, and its trend as a picture. */
@NullMarked
package dev.plumbline.server.site.series;

import org.jspecify.annotations.NullMarked;
