/** The webhooks that forges send. */
@NullMarked
package dev.plumbline.forge.webhook;

import org.jspecify.annotations.NullMarked;
