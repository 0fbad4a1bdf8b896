/** What the CI systems say of the build that runs: one class for each behind one interface. */
@NullMarked
package dev.plumbline.collector.ci;

import org.jspecify.annotations.NullMarked;
