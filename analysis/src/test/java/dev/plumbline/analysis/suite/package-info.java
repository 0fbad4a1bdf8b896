@NullMarked
package dev.plumbline.analysis.suite;

import org.jspecify.annotations.NullMarked;
