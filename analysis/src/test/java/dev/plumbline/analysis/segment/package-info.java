@NullMarked
package dev.plumbline.analysis.segment;

import org.jspecify.annotations.NullMarked;
