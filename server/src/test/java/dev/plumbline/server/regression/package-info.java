@NullMarked
package dev.plumbline.server.regression;

import org.jspecify.annotations.NullMarked;
