/** What differs between two profiles, function by function, with what the samples say about chance. */
@NullMarked
package dev.plumbline.analysis.profile.difference;

import org.jspecify.annotations.NullMarked;
