/** The summaries of Gungraun, which was called Iai-Callgrind. */
@NullMarked
package dev.plumbline.analysis.format.gungraun;

import org.jspecify.annotations.NullMarked;
