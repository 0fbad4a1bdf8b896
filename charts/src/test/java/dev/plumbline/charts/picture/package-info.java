@NullMarked
package dev.plumbline.charts.picture;

import org.jspecify.annotations.NullMarked;
