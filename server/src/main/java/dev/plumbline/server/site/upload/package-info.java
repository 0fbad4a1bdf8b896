/** The page of an upload. */
@NullMarked
package dev.plumbline.server.site.upload;

import org.jspecify.annotations.NullMarked;
