/**
 * Documents that are a folder's files, packed into one archive.
 *
 * <p>A harness that writes a folder is read by a {@link dev.plumbline.analysis.format.archive.ResultFolder}, which says by their
 * paths which files it reads, and reads them in whatever order the archive has them. {@code ResultFormat.folder()} names it;
 * recognition, limits and the packing of folders on the command line follow from that.
 */
@NullMarked
package dev.plumbline.analysis.format.archive;

import org.jspecify.annotations.NullMarked;
