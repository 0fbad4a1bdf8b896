/** Sends a made-up project to a server, as CI jobs would. */
@NullMarked
package dev.plumbline.generator.upload;

import org.jspecify.annotations.NullMarked;
