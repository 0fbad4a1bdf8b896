/** The pages of pull requests and the pictures that their comments show. */
@NullMarked
package dev.plumbline.server.site.pullrequest;

import org.jspecify.annotations.NullMarked;
