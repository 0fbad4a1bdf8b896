@NullMarked
package dev.plumbline.analysis.format.vitest;

import org.jspecify.annotations.NullMarked;
