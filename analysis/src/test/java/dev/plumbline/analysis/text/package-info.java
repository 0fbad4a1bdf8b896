@NullMarked
package dev.plumbline.analysis.text;

import org.jspecify.annotations.NullMarked;
