@NullMarked
package dev.plumbline.server.site;

import org.jspecify.annotations.NullMarked;
