/** How often profiles of the same code are told to differ. */
@NullMarked
package dev.plumbline.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
