/** The verdict on a series or a suite, with its evidence. */
@NullMarked
package dev.plumbline.analysis.verdict;

import org.jspecify.annotations.NullMarked;
