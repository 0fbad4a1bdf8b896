/**
 * Everything that speaks HTTP, and apart from {@code Main} the only place that knows Vert.x: event loops parse requests and
 * write responses, blocking work goes to named pools whose queues are bounded.
 */
@NullMarked
package dev.plumbline.server.http;

import org.jspecify.annotations.NullMarked;
