/** The pages of regressions and the forms with which people decide on them. */
@NullMarked
package dev.plumbline.server.site.regression;

import org.jspecify.annotations.NullMarked;
