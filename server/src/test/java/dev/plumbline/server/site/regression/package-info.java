@NullMarked
package dev.plumbline.server.site.regression;

import org.jspecify.annotations.NullMarked;
