@NullMarked
package dev.plumbline.charts.scale;

import org.jspecify.annotations.NullMarked;
