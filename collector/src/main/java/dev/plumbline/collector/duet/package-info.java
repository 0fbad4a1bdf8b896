/** Two versions measured in turns on one machine, until the verdict is settled. */
@NullMarked
package dev.plumbline.collector.duet;

import org.jspecify.annotations.NullMarked;
