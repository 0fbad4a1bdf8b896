/** Benchmarks that go on under other names: what is offered, what was accepted, and the series that are joined by it. */
@NullMarked
package dev.plumbline.server.rename;

import org.jspecify.annotations.NullMarked;
