/** A project that never was, with everything that real ones have: changes that are known, noise, gaps, renames, pull requests. */
@NullMarked
package dev.plumbline.generator;

import org.jspecify.annotations.NullMarked;
