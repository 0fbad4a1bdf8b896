/** Recordings of tokio-console: what the tasks of an asynchronous program in Rust did. */
@NullMarked
package dev.plumbline.analysis.format.tokio;

import org.jspecify.annotations.NullMarked;
