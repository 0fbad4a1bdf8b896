/** How the harnesses of benchmarks are started so that their results can be read. */
@NullMarked
package dev.plumbline.collector.harness;

import org.jspecify.annotations.NullMarked;
