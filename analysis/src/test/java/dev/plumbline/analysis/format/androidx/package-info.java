@NullMarked
package dev.plumbline.analysis.format.androidx;

import org.jspecify.annotations.NullMarked;
