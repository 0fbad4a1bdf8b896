/** The forges that pull requests live on: one interface, one class each, plain blocking HTTP. */
@NullMarked
package dev.plumbline.forge;

import org.jspecify.annotations.NullMarked;
