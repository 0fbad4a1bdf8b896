@NullMarked
package dev.plumbline.generator;

import org.jspecify.annotations.NullMarked;
