/** What the checked-out repository says, asked of the git command. */
@NullMarked
package dev.plumbline.collector.git;

import org.jspecify.annotations.NullMarked;
