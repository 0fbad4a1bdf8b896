@NullMarked
package dev.plumbline.charts.forest;

import org.jspecify.annotations.NullMarked;
