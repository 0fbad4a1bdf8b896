@NullMarked
package dev.plumbline.server.site.run;

import org.jspecify.annotations.NullMarked;
