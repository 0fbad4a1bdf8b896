/** What forges send by themselves. */
@NullMarked
package dev.plumbline.forge.webhook;

import org.jspecify.annotations.NullMarked;
