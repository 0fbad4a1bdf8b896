/** The server's verdict on a run or a commit: waiting for it, reading it and failing on it. */
@NullMarked
package dev.plumbline.collector.verdict;

import org.jspecify.annotations.NullMarked;
