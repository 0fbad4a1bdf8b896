/** Uploads: a document and what is said of it, read from the socket into a file and handed over. */
@NullMarked
package dev.plumbline.server.api.upload;

import org.jspecify.annotations.NullMarked;
