/** Earlier commits, built and measured now: {@code plumbline backfill}. */
@NullMarked
package dev.plumbline.collector.backfill;

import org.jspecify.annotations.NullMarked;
