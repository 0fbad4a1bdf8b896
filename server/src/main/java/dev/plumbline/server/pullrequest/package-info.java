/** Pull requests that are known, the repositories that host them, and what forges report about them. */
@NullMarked
package dev.plumbline.server.pullrequest;

import org.jspecify.annotations.NullMarked;
