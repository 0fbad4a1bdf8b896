@NullMarked
package dev.plumbline.server.site.frame;

import org.jspecify.annotations.NullMarked;
