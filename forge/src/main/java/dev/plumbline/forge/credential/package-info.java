/** Credentials for forges. */
@NullMarked
package dev.plumbline.forge.credential;

import org.jspecify.annotations.NullMarked;
