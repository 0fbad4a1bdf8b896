@NullMarked
package dev.plumbline.server.site.series;

import org.jspecify.annotations.NullMarked;
