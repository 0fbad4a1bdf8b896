@NullMarked
package dev.plumbline.server.api;

import org.jspecify.annotations.NullMarked;
