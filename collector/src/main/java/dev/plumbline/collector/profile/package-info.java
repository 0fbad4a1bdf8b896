/** {@code plumbline profile}: where a program spends its time, and what changed between two profiles. */
@NullMarked
package dev.plumbline.collector.profile;

import org.jspecify.annotations.NullMarked;
