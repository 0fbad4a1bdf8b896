@NullMarked
package dev.plumbline.server.api.upload;

import org.jspecify.annotations.NullMarked;
