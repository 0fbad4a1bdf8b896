/** Uploads that couldn't be sent, kept on disk until the server can be reached. */
@NullMarked
package dev.plumbline.collector.spool;

import org.jspecify.annotations.NullMarked;
