/** Pull requests that are known, the repositories that they live in, and what forges tell of them. */
@NullMarked
package dev.plumbline.server.pullrequest;

import org.jspecify.annotations.NullMarked;
