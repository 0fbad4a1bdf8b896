@NullMarked
package dev.plumbline.server.catalog;

import org.jspecify.annotations.NullMarked;
