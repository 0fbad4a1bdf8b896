/** What the checked-out repository says, according to the git command. */
@NullMarked
package dev.plumbline.collector.git;

import org.jspecify.annotations.NullMarked;
