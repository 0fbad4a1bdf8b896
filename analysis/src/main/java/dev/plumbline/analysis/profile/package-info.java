/** Profiles: where a program spends what it spends, as weighted stacks. */
@NullMarked
package dev.plumbline.analysis.profile;

import org.jspecify.annotations.NullMarked;
