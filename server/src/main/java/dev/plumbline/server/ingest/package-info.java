/** A document becomes rows, in one transaction; and the uploads that nobody vouches for. */
@NullMarked
package dev.plumbline.server.ingest;

import org.jspecify.annotations.NullMarked;
