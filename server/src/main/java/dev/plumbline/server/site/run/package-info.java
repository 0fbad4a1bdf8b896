/** The page of a run and its verdicts. */
@NullMarked
package dev.plumbline.server.site.run;

import org.jspecify.annotations.NullMarked;
