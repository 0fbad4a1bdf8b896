/** What one client, and all of them together, may take up: connections, and memory for bodies. */
@NullMarked
package dev.plumbline.server.http.limit;

import org.jspecify.annotations.NullMarked;
