/** Uploads: a document and its metadata, read from the socket into a file and handed over. */
@NullMarked
package dev.plumbline.server.api.upload;

import org.jspecify.annotations.NullMarked;
